import { bridgeUtilsOptions } from '../schema/interfaces/bridge-utils.ts';
import { canonicalOptionName } from '../schema/interfaces/option-name.ts';
import { namesBroughtUp } from './bring-up.ts';
import { runsCommand } from './hook-commands.ts';
import type { HostModel, Interface, Stanza, StanzaOption } from './host.ts';
import { namesMadeByCommands } from './made-by-commands.ts';
import { perHost } from './per-host.ts';
import { optionsNamed } from './stanzas.ts';

/** What bridge-utils' hook reads of a bridge; `bridge-access` and the like are ifupdown2's and stand on ports. */
const optionsOfBridges: ReadonlySet<string> = new Set(
  bridgeUtilsOptions.map((option) => canonicalOptionName(option.name)),
);

/**
 * The bridges of a host as their writer means them: those that have `bridge_ports`, and those that have other options
 * of bridge-utils, though without `bridge_ports` no bridge is made. Left out: bridges of Open vSwitch and those that a
 * hook command makes, bridge ports (an option there is no sign of a bridge), aliases such as `br0:1`, and stanzas
 * that only serve others to inherit from.
 */
export const bridgesMeant = perHost((host): readonly Interface[] => {
  const templates = namesOfTemplates(host);
  return [...host.interfaces.values()].filter(
    (link) =>
      !templates.has(link.name) &&
      link.aliasOf === undefined &&
      (link.bridge !== undefined || (isMeant(link) && !isMadeAnotherWay(link, host))),
  );
});

/** The first option that makes a stanza look like one of a bridge; `undefined` for other stanzas. */
export function signOfBridge(stanza: Stanza): StanzaOption | undefined {
  return stanza.options.find((option) => optionsOfBridges.has(option.canonical));
}

/** The stanzas from which others inherit and which are not brought up themselves. */
export const namesOfTemplates = perHost((host): ReadonlySet<string> => {
  const parents = new Set(host.stanzas.flatMap(({ parent }) => (parent === undefined ? [] : [parent.name])));
  if (parents.size === 0) return parents;
  const broughtUp = namesBroughtUp(host);
  return new Set([...parents].filter((name) => !broughtUp.has(name)));
});

/** The names from which stanzas want to inherit where ifupdown finds nothing: they stand further down, or nowhere. */
export function namesWantedInVain(host: HostModel): readonly string[] {
  return host.stanzas.flatMap(({ node, parent }) => (parent === undefined ? (node.inherits?.name?.text ?? []) : []));
}

function isMeant(link: Interface): boolean {
  return link.portOf.length === 0 && link.stanzas.some((stanza) => signOfBridge(stanza) !== undefined);
}

function isMadeAnotherWay(link: Interface, host: HostModel): boolean {
  return (
    namesMadeByCommands(host).has(link.name) ||
    link.stanzas.some((stanza) => optionsNamed(stanza, 'ovs_type').length > 0) ||
    link.marks.some((mark) => mark.class === 'ovs') ||
    host.stanzas.some((stanza) => optionsNamed(stanza, 'ovs_bridge').some(({ value }) => value.text === link.name)) ||
    runsCommand(link.stanzas, /\bovs-vsctl\b/)
  );
}

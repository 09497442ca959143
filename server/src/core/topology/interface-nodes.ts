/** The interfaces of a dom0 as nodes. */
import { namesOfTemplates } from '../model/bridges.ts';
import { bridgesByCommands } from '../model/bridges-by-commands.ts';
import { addressesInWords } from '../model/describe-interface.ts';
import type { BridgeState } from '../model/dom0/bridge-state.ts';
import { bridgeStateOf } from '../model/dom0/bridge-state.ts';
import type { BridgeUse } from '../model/dom0/bridge-uses.ts';
import { bridgeUsesOf } from '../model/dom0/bridge-uses.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import { guestVifsOf } from '../model/dom0/guest-vifs.ts';
import { namesBelow } from '../model/dom0/way-down.ts';
import type { HostModel, Interface, NameRole } from '../model/host.ts';
import { perHost } from '../model/per-host.ts';
import { groupBy } from '../text/group-by.ts';
import { belowFirst } from './below-first.ts';
import type { FaultReader } from './fault-reader.ts';
import { kindOf, stateOf, whatItIs } from './interface-kind.ts';
import { oneLine } from './one-line.ts';
import type { NodePlace, TopologyNode, TopologyWire } from './topology.ts';

/** The id of an interface's node. */
export function interfaceId(name: string): string {
  return `interface ${oneLine(name)}`;
}

/** What an interface is shown for, where it has no stanza. */
const rolesShown: ReadonlySet<NameRole> = new Set<NameRole>([
  'auto',
  'allow',
  'bridge-port',
  'raw-device',
  'bond-slave',
  'bond-master',
  'mapping',
]);

/** All interfaces of the files, and the bridges that only domUs name. */
export function interfaceNodes(dom0: Dom0, faultsOf: FaultReader): readonly TopologyNode[] {
  const { host } = dom0;
  const shown = host === undefined ? [] : namesShown(host);
  const known = new Set(shown);
  const uses = groupBy(bridgeUsesOf(dom0), ({ bridge }) => bridge);
  const meant = new Set(guestVifsOf(dom0).flatMap(({ bridge }) => bridge ?? []));
  return [
    ...(host === undefined ? [] : shown.map((name) => interfaceNode(host, name, uses.get(name) ?? [], faultsOf))),
    ...[...meant]
      .filter((name) => !known.has(name))
      .map((name) => missingBridge(host, name, uses.get(name) ?? [], faultsOf)),
  ];
}

/** What each interface of the files stands on. */
export function interfaceWires({ host }: Dom0): readonly TopologyWire[] {
  if (host === undefined) return [];
  return namesShown(host).flatMap((name) =>
    [...new Set(namesBelow(host, name))].map((below) => ({
      from: interfaceId(below),
      to: interfaceId(name),
      labels: [],
      isDefault: false,
    })),
  );
}

/** Interfaces with a stanza, and those that others stand on; the loopback and what only serves to be inherited from are left out. */
const namesShown = perHost((host): readonly string[] => {
  const templates = namesOfTemplates(host);
  const own = [...host.interfaces.values()].filter(
    (link) =>
      link.aliasOf === undefined &&
      !templates.has(link.name) &&
      !isLoopback(link) &&
      (link.stanzas.length > 0 || (!isPattern(link.name) && link.uses.some(({ role }) => rolesShown.has(role)))),
  );
  const made = [...bridgesByCommands(host).keys()];
  return [...belowFirst([...own.map(({ name }) => name), ...made], (name) => namesBelow(host, name))];
});

function isLoopback({ name, stanzas }: Interface): boolean {
  return name === 'lo' || stanzas.some(({ method }) => method === 'loopback');
}

function isPattern(name: string): boolean {
  return /[*?[]/.test(name);
}

function interfaceNode(host: HostModel, name: string, uses: readonly BridgeUse[], faultsOf: FaultReader): TopologyNode {
  const link = host.interfaces.get(name);
  const kind = kindOf(host, name);
  const addresses = link === undefined ? [] : addressesWithAliases(host, link);
  const stanzas = link === undefined ? [] : stanzaPlaces(host, link);
  const named = link === undefined ? [] : link.uses.filter(({ role }) => role !== 'iface');
  const places = [...stanzas, ...namePlaces([...named, ...uses])];
  return {
    id: interfaceId(name),
    kind,
    name: oneLine(name),
    state: stateOf(host, name, kind, addresses.length > 0),
    details: [...whatItIs(host, name, kind), ...addresses].map(oneLine),
    faults: faultsOf(places),
    places,
    members: [],
  };
}

function addressesWithAliases(host: HostModel, link: Interface): readonly string[] {
  const links = [link, ...link.aliases.flatMap((alias) => host.interfaces.get(alias) ?? [])];
  return [...new Set(links.flatMap((one) => addressesInWords(host, one, (text) => text)))];
}

function stanzaPlaces(host: HostModel, link: Interface): readonly NodePlace[] {
  const stanzas = [link.name, ...link.aliases].flatMap((name) => host.interfaces.get(name)?.stanzas ?? []);
  return stanzas.map(({ file, nameWord, node }) => ({ file, span: nameWord.span, whole: node.span }));
}

function namePlaces(uses: readonly Pick<BridgeUse, 'location'>[]): readonly NodePlace[] {
  return uses.map(({ location: { file, span } }) => ({ file, span, whole: span }));
}

const whoMakesIt: Readonly<Record<BridgeState, string>> = {
  there: 'bridge',
  absent: 'made by no interfaces file',
  other: 'no bridge',
  unknown: 'not known who makes it',
};

function missingBridge(
  host: HostModel | undefined,
  name: string,
  uses: readonly BridgeUse[],
  faultsOf: FaultReader,
): TopologyNode {
  const state = host === undefined ? 'unknown' : bridgeStateOf(host, name);
  const places = namePlaces(uses);
  return {
    id: interfaceId(name),
    kind: state === 'other' ? 'interface' : 'bridge',
    name: oneLine(name),
    state: 'unknown',
    details: [...(state === 'other' ? [] : ['bridge']), whoMakesIt[state]],
    faults: faultsOf(places),
    places,
    members: [],
  };
}

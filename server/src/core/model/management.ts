import { addressesOfStanza, isInNetwork } from './addresses.ts';
import type { Directive } from './directives.ts';
import { addsDefaultRoute, hookCommandsOf, statesDefaultRoute } from './hook-commands.ts';
import type { Dialect, Interface, StanzaOption } from './host.ts';
import { namesInCommand } from './name-uses.ts';
import { switchesAround, switchTypeOf } from './open-vswitch.ts';

type Interfaces = ReadonlyMap<string, Interface>;

/**
 * The interfaces by which the dom0 is reached. What a `# bridgewise-management:` comment names, or a setting, as far
 * as this host has it; without one, those with a stated default route; only where none has one, those whose address and
 * route come from the network (`dhcp`, `inet6 auto`). A VLAN or alias on a bridge counts for the bridge, and so does a
 * port of it, be it one of Open vSwitch. Empty: it is not known, as where a comment names an interface that the host does not have.
 */
export function findManagement(
  interfaces: Interfaces,
  directives: readonly Directive[],
  fromSettings: readonly string[],
  dialect: Dialect,
): ReadonlySet<string> {
  const inComments = directives.flatMap(managementNamesIn);
  // A mistyped name must not make a guest bridge of the one that the dom0 is reached by.
  if (inComments.some((name) => !isOfHost(name, interfaces))) return new Set();
  const named = [...fromSettings.filter((name) => isOfHost(name, interfaces)), ...inComments];
  const found =
    [named, namedByDefaultRoutes(interfaces, dialect), configuredByNetwork(interfaces)].find(
      (names) => names.length > 0,
    ) ?? [];
  return new Set([...found, ...bridgesAround(interfaces, found)]);
}

/** The interfaces that a `# bridgewise-management:` comment names; none for other comments. */
export function managementNamesIn(directive: Directive): readonly string[] {
  return directive.name === 'management' ? directive.argument.split(/\s+/).filter((word) => word !== '') : [];
}

/** Whether the host uses the name anywhere but in such comments. */
export function isOfHost(name: string, interfaces: Interfaces): boolean {
  return interfaces.get(name)?.uses.some(({ role }) => role !== 'comment') ?? false;
}

/** The bridges that have one of the names as a VLAN, an alias or a port. */
function bridgesAround(interfaces: Interfaces, names: readonly string[]): readonly string[] {
  const below = names
    .flatMap((name) => devicesBelow(name, interfaces))
    .filter((name) => isBridge(interfaces.get(name)));
  const above = names.flatMap((name) => interfaces.get(name)?.portOf ?? []).map((port) => port.stanza.name);
  return [...below, ...above, ...switchesAround(interfaces, new Set(names))];
}

function isBridge(link: Interface | undefined): boolean {
  return link !== undefined && (link.bridge !== undefined || switchTypeOf(link) === 'OVSBridge');
}

/** `br0.10` and `br0` for `br0.10:1`; nothing lies below a bridge, whatever its name. */
function devicesBelow(name: string, interfaces: Interfaces): readonly string[] {
  const below = [...name.matchAll(/[.:]/g)].map((match) => name.slice(0, match.index)).reverse();
  const bridge = [name, ...below].findIndex((device) => isBridge(interfaces.get(device)));
  return bridge < 0 ? below : below.slice(0, bridge);
}

function namedByDefaultRoutes(interfaces: Interfaces, dialect: Dialect): readonly string[] {
  return [...interfaces.values()].filter(statesDefaultRoute).flatMap((link) => [
    link.name,
    ...link.stanzas
      .flatMap(hookCommandsOf)
      .filter((option) => addsDefaultRoute(option.value.text))
      .flatMap((option) => ledTo(option, interfaces, dialect)),
  ]);
}

/** Where the default route of a command goes, which need not be the interface whose stanza runs the command. */
function ledTo(option: StanzaOption, interfaces: Interfaces, dialect: Dialect): readonly string[] {
  const words = namesInCommand(option.value).map(({ name }) => name);
  const devices = words.filter((name) => interfaces.has(name));
  if (devices.length > 0) return devices;
  const gateway = /\b(?:via|gw)\s+(?:inet6?\s+)?(\S+)/.exec(option.value.text)?.[1];
  if (gateway === undefined) return [];
  return [...interfaces.values()]
    .filter((link) =>
      link.stanzas
        .flatMap((stanza) => addressesOfStanza(stanza, dialect))
        .some((address) => isInNetwork(gateway, address)),
    )
    .map((link) => link.name);
}

function configuredByNetwork(interfaces: Interfaces): readonly string[] {
  return [...interfaces.values()]
    .filter((link) =>
      link.stanzas.some(
        ({ family, method }) => method === 'dhcp' || (family === 'inet6' && method === 'auto') || method === 'dhcp6',
      ),
    )
    .map((link) => link.name);
}

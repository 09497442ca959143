import { bridgesByCommands } from '../bridges-by-commands.ts';
import type { HostModel } from '../host.ts';
import { vlanOfName } from '../names.ts';
import { layersOfSwitches, namesOfSwitches, switchTypeOf } from '../open-vswitch.ts';
import { perHost } from '../per-host.ts';

/** One interface on the way from a bridge to the wire. */
export interface WayStep {
  readonly name: string;
  /** `undefined`: an ordinary interface, or nothing tells. */
  readonly kind: 'bridge' | 'vlan' | 'bond' | undefined;
  /** The VLAN's number, where its name holds one. */
  readonly vlanId: number | undefined;
}

/**
 * What lies under an interface, level by level from the interface itself down to the network cards: the ports of a bridge,
 * the raw device of a VLAN, the slaves of a bond, the bridge of an internal port of Open vSwitch. Each name once.
 */
export function wayDown(host: HostModel, name: string): readonly (readonly WayStep[])[] {
  const levels: (readonly WayStep[])[] = [];
  const seen = new Set([name]);
  for (let names: readonly string[] = [name]; names.length > 0; ) {
    levels.push(names.map((one) => stepOf(host, one)));
    const below = new Set(names.flatMap((one) => namesBelow(host, one)));
    names = [...below].filter((one) => !seen.has(one));
    for (const one of names) seen.add(one);
  }
  return levels;
}

/** What an interface directly stands on. */
export function namesBelow(host: HostModel, name: string): readonly string[] {
  const link = host.interfaces.get(name);
  const ports = portsOf(host, name);
  if (ports !== undefined) return ports;
  const slaves = slavesOf(host, name);
  if (slaves.length > 0) return slaves;
  const rawDevice = link?.vlan?.rawDevice ?? vlanOfName(name)?.rawDevice;
  return rawDevice === undefined ? [] : [rawDevice];
}

/** What directly stands on an interface. */
export function namesAbove(host: HostModel, name: string): readonly string[] {
  return [...host.interfaces.keys()].filter((other) => namesBelow(host, other).includes(name));
}

/** The ports of a bridge, however it is made, and what else Open vSwitch puts below; `undefined`: it is neither. */
function portsOf(host: HostModel, name: string): readonly string[] | undefined {
  const written = host.interfaces.get(name)?.bridge?.ports.map((port) => port.name);
  const byCommands = bridgesByCommands(host).get(name);
  if (written === undefined && byCommands === undefined) return switchLayers(host).get(name);
  return [...new Set([...(written ?? []), ...(byCommands ?? [])])];
}

const switchLayers = perHost(({ interfaces }) => layersOfSwitches(interfaces));

const switches = perHost(({ interfaces }) => namesOfSwitches(interfaces));

/** A bond names its slaves, or they name it. */
function slavesOf(host: HostModel, name: string): readonly string[] {
  const link = host.interfaces.get(name);
  const own = link?.slaves.map((use) => use.name) ?? [];
  const others =
    link?.uses.flatMap(({ role, stanza }) => (role === 'bond-master' && stanza ? [stanza.name] : [])) ?? [];
  return [...new Set([...own, ...others])];
}

/** What an interface is, seen as one step of the way. */
export function stepOf(host: HostModel, name: string): WayStep {
  const link = host.interfaces.get(name);
  const isBridge = link?.bridge !== undefined || bridgesByCommands(host).has(name) || switches(host).has(name);
  if (isBridge) return { name, kind: 'bridge', vlanId: undefined };
  const isBond = slavesOf(host, name).length > 0 || (link !== undefined && switchTypeOf(link) === 'OVSBond');
  if (isBond) return { name, kind: 'bond', vlanId: undefined };
  const vlan = link?.vlan ?? vlanOfName(name);
  return vlan === undefined ? { name, kind: undefined, vlanId: undefined } : { name, kind: 'vlan', vlanId: vlan.id };
}

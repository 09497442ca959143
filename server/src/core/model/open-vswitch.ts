/** How interfaces of Open vSwitch stand on each other, as its hook reads their options (openvswitch-switch.README.Debian). */
import type { Interface } from './host.ts';
import { wordsBeforeComment } from './inline-comment.ts';
import { optionsNamed } from './stanzas.ts';

type Interfaces = ReadonlyMap<string, Interface>;

/** What `ovs_type` makes of an interface: `OVSBridge`, `OVSIntPort` and others; `undefined`: it has none. */
export function switchTypeOf({ stanzas }: Interface): string | undefined {
  return stanzas.flatMap((stanza) => optionsNamed(stanza, 'ovs_type'))[0]?.value.words[0]?.text;
}

/**
 * What each interface of Open vSwitch directly stands on: a bridge on its ports, a bond on its slaves. An internal port stands on
 * its bridge, whichever of the two names the other. Interfaces that Open vSwitch makes nothing of are left out.
 */
export function layersOfSwitches(interfaces: Interfaces): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, Set<string>>();
  const put = (upper: string, lower: string): void => {
    if (upper !== lower) below.set(upper, (below.get(upper) ?? new Set()).add(lower));
  };
  for (const link of interfaces.values()) {
    const type = switchTypeOf(link);
    if (type === 'OVSBridge' && !below.has(link.name)) below.set(link.name, new Set());
    if (type === 'OVSBond') for (const slave of namesIn(link, 'ovs_bonds')) put(link.name, slave);
    for (const { bridge, port } of portsSaidBy(link)) {
      const inner = interfaces.get(port);
      if (inner !== undefined && switchTypeOf(inner) === 'OVSIntPort') put(port, bridge);
      else put(bridge, port);
    }
  }
  return new Map([...below].map(([name, names]) => [name, [...names]]));
}

/** The bridges of Open vSwitch, those that only their ports name included. */
export function namesOfSwitches(interfaces: Interfaces): ReadonlySet<string> {
  return new Set(
    [...interfaces.values()].flatMap((link) => [
      ...(switchTypeOf(link) === 'OVSBridge' ? [link.name] : []),
      ...portsSaidBy(link).map(({ bridge }) => bridge),
    ]),
  );
}

/** The bridges of Open vSwitch that any of the interfaces is a port of. */
export function switchesAround(interfaces: Interfaces, names: ReadonlySet<string>): readonly string[] {
  return [...interfaces.values()]
    .flatMap(portsSaidBy)
    .filter(({ port }) => names.has(port))
    .map(({ bridge }) => bridge);
}

/** A bridge names its ports, or they name it. */
function portsSaidBy(link: Interface): readonly { readonly bridge: string; readonly port: string }[] {
  const type = switchTypeOf(link);
  if (type === undefined) return [];
  if (type === 'OVSBridge') return namesIn(link, 'ovs_ports').map((port) => ({ bridge: link.name, port }));
  return namesIn(link, 'ovs_bridge')
    .slice(0, 1)
    .map((bridge) => ({ bridge, port: link.name }));
}

function namesIn({ stanzas }: Interface, option: string): readonly string[] {
  const options = stanzas.flatMap((stanza) => optionsNamed(stanza, option));
  return [...new Set(options.flatMap(({ value }) => wordsBeforeComment(value.words).map(({ text }) => text)))];
}

import type { Vlan } from './host.ts';

/** The kernel takes 0 as well, which only marks a priority; 4095 is reserved (IEEE 802.1Q). */
export const highestVlanId = 4094;

/** The parts of a name that ifupdown takes for a VLAN, `eth0.10` (link.defn): the raw device is all before the last dot. */
export function vlanOfName(name: string): Vlan | undefined {
  const match = /^(.+)\.(\d+)$/.exec(name);
  return match?.[1] === undefined ? undefined : { rawDevice: match[1], id: Number(match[2]) };
}

/** `eth0` for the alias `eth0:1`, whose address is a further one of `eth0`; `undefined` for other names. */
export function aliasBase(name: string): string | undefined {
  const colon = name.indexOf(':');
  return colon > 0 ? name.slice(0, colon) : undefined;
}

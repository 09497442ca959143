import { addressesOfDevice } from './addresses.ts';
import type { HostModel, Interface } from './host.ts';

/** The kernel takes names of at most 15 bytes (IFNAMSIZ). */
const longestName = 15;

/**
 * Whether bringing the interface up at boot would be no fault of another kind: it is no part of a bridge or bond, and
 * no port of its own has an address or belongs to another bridge.
 */
export function mayBeAuto(host: HostModel, link: Interface): boolean {
  const ports = (link.bridge?.ports ?? []).flatMap(({ name }) => host.interfaces.get(name) ?? []);
  return (
    link.name.length <= longestName &&
    link.portOf.length === 0 &&
    !link.uses.some(({ role }) => role === 'bond-slave') &&
    !ports.some((port) => port.portOf.length > 1 || addressesOfDevice(host, port).length > 0)
  );
}

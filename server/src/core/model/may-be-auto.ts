import { longestInterfaceName } from '../schema/values/interface-name.ts';
import { addressesOfDevice } from './addresses.ts';
import type { HostModel, Interface } from './host.ts';

/**
 * Whether bringing the interface up at boot would be no fault of another kind: it is no part of a bridge or bond, and
 * no port of its own has an address or belongs to another bridge.
 */
export function mayBeAuto(host: HostModel, link: Interface): boolean {
  const ports = (link.bridge?.ports ?? []).flatMap(({ name }) => host.interfaces.get(name) ?? []);
  return (
    link.name.length <= longestInterfaceName &&
    link.portOf.length === 0 &&
    !link.uses.some(({ role }) => role === 'bond-slave') &&
    !ports.some((port) => port.portOf.length > 1 || addressesOfDevice(host, port).length > 0)
  );
}

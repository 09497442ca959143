import { addressesOfDevice } from './addresses.ts';
import type { HostModel, Interface, NameRole } from './host.ts';

const rolesOfNoUse: ReadonlySet<NameRole> = new Set(['iface', 'auto', 'allow', 'no-auto-down', 'no-scripts']);

/** Whether the interface is a declared card, bond or VLAN without an address that nothing uses: one that a bridge may take. */
export function isFreeDevice(host: HostModel, link: Interface): boolean {
  return (
    link.stanzas.length > 0 &&
    link.stanzas.every((stanza) => stanza.method === 'manual' || stanza.method === undefined) &&
    link.bridge === undefined &&
    link.portOf.length === 0 &&
    link.aliasOf === undefined &&
    link.uses.every((use) => rolesOfNoUse.has(use.role)) &&
    addressesOfDevice(host, link).length === 0
  );
}

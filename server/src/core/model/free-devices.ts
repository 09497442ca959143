import { addressesOfDevice } from './addresses.ts';
import { namesBroughtUp } from './bring-up.ts';
import type { HostModel, Interface, NameRole } from './host.ts';

const rolesOfNoUse: ReadonlySet<NameRole> = new Set(['iface', 'auto', 'allow', 'no-auto-down', 'no-scripts']);

/** Whether the interface is a declared card, bond or VLAN without an address that nothing uses: one that a bridge may take. */
function isFreeDevice(host: HostModel, link: Interface): boolean {
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

/**
 * The free devices that a bridge may take as ports without a fault of its own: one that is brought up as well must
 * neither be a VLAN, which the bridge makes itself, nor belong to a bridge that is not brought up.
 */
export function freeDevicesFor(host: HostModel, bridge: Interface): readonly Interface[] {
  const isBridgeBroughtUp = namesBroughtUp(host).has(bridge.name);
  return [...host.interfaces.values()].filter((link) => {
    if (link === bridge || !isFreeDevice(host, link)) return false;
    const isBroughtUp = link.marks.some((mark) => mark.class !== undefined);
    return !isBroughtUp || (isBridgeBroughtUp && link.vlan === undefined);
  });
}

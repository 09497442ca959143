import { addressesOfDevice } from './addresses.ts';
import { signOfBridge } from './bridges.ts';
import { namesBroughtUp } from './bring-up.ts';
import type { HostModel, Interface, NameRole } from './host.ts';
import { perHost } from './per-host.ts';

const rolesOfNoUse: ReadonlySet<NameRole> = new Set(['iface', 'auto', 'allow', 'no-auto-down', 'no-scripts']);

/** The declared cards, bonds and VLANs without an address that nothing uses: what a bridge may take. */
export const freeDevices = perHost((host): readonly Interface[] => {
  return [...host.interfaces.values()].filter(
    (link) =>
      link.stanzas.length > 0 &&
      link.stanzas.every(({ method }) => method === 'manual' || method === undefined) &&
      !link.stanzas.some((stanza) => signOfBridge(stanza) !== undefined) &&
      link.aliasOf === undefined &&
      link.uses.every((use) => rolesOfNoUse.has(use.role)) &&
      addressesOfDevice(host, link).length === 0,
  );
});

/** The free devices that a bridge may take as ports without another fault. */
export function freeDevicesFor(host: HostModel, bridge: Interface): readonly Interface[] {
  return freeDevices(host).filter(fitsAsPort(host, bridge));
}

/**
 * Tells whether a free device fits the bridge: one that is brought up as well must neither be a VLAN, which the bridge
 * makes itself, nor belong to a bridge that is not brought up.
 */
function fitsAsPort(host: HostModel, bridge: Interface): (device: Interface) => boolean {
  const isBridgeBroughtUp = namesBroughtUp(host).has(bridge.name);
  return (device) => {
    const isBroughtUp = device.marks.some((mark) => mark.class !== undefined);
    return (
      device !== bridge &&
      (!isBroughtUp || (isBridgeBroughtUp && device.vlan === undefined)) &&
      !carriesNameOfBridge(host, device.name)
    );
  };
}

/** Whether the host's files say nothing of a device of this name, nor of an alias of it, nor of a bridge called like a VLAN on it. */
export function isUnspokenOf(host: HostModel, name: string): boolean {
  return (
    ![...host.interfaces.keys()].some((other) => other === name || other.startsWith(`${name}:`)) &&
    !carriesNameOfBridge(host, name)
  );
}

/** Whether a bridge is called like a VLAN on the device, which as a port would show that the device exists. */
function carriesNameOfBridge(host: HostModel, name: string): boolean {
  return partsBeforeDot(host).has(name.split('.', 1)[0] ?? '');
}

/** What stands before the dot in the names of bridges. */
const partsBeforeDot = perHost((host): ReadonlySet<string> => {
  const dotted = [...host.interfaces.values()].filter(({ bridge, name }) => bridge !== undefined && name.includes('.'));
  return new Set(dotted.map(({ name }) => name.slice(0, name.indexOf('.'))));
});

import { longestInterfaceName } from '../schema/values/interface-name.ts';
import { nearest } from '../text/edit-distance.ts';
import { addressesOfDevice } from './addresses.ts';
import { bridgesMeant } from './bridges.ts';
import { isChosenForAnother, namesBroughtUp } from './bring-up.ts';
import { freeDevicesFor } from './free-devices.ts';
import type { HostModel, Interface } from './host.ts';
import { nameWithoutDot } from './name-without-dot.ts';
import { highestVlanId, vlanOfName } from './names.ts';

/**
 * Whether the interface would be a sound bridge under this name with these words as its `bridge_ports`: the ports are
 * unused and without an address, the bridge is brought up, has a name that stands for no VLAN, and no address that its
 * guests might reach. IPv6 is left to the caller.
 */
export function mayBecomeBridge(host: HostModel, link: Interface, name: string, ports: readonly string[]): boolean {
  if (link.bridge !== undefined || link.portOf.length > 0) return false;
  if (/[.:]/.test(name) || name.length > longestInterfaceName || isChosenForAnother(link, host)) return false;
  if (!namesBroughtUp(host).has(link.name) || link.stanzas.some(hasDescription)) return false;
  return mayTakePorts(host, link, ports) && (isMeant(host, link) || mayBeOneMore(host, link));
}

/**
 * The name itself, or for one with a dot, which ifupdown takes for a VLAN, a free one like it. `undefined`: none is free,
 * or the address that the VLAN seems to have is what shows that other such bridges do not come up either.
 */
export function nameForBridge(host: HostModel, link: Interface): string | undefined {
  const { name } = link;
  if (!name.includes('.')) return name;
  const beginning = name.slice(0, name.indexOf('.') + 1);
  const hasSiblings = [...host.interfaces.values()].some(
    (other) => other !== link && other.bridge !== undefined && other.name.startsWith(beginning),
  );
  if (hasSiblings && addressesOfDevice(host, link).length > 0) return undefined;
  return nameWithoutDot(host, name);
}

/** Whether a bridge may take these ports, words such as `regex` left out. */
export function mayTakePorts(host: HostModel, bridge: Interface, ports: readonly string[]): boolean {
  if (ports.length === 1 && ports[0] === 'none') return true;
  const free = freeDevicesFor(host, bridge).map(({ name }) => name);
  return ports.every((name) => free.includes(name) || isPlainNewName(host, name, free));
}

/** An undeclared port is usual; one much like a free device could be a slip. */
function isPlainNewName(host: HostModel, name: string, free: readonly string[]): boolean {
  const lettersAlone = (text: string): string => text.replace(/\d/g, '');
  const others = free.filter((candidate) => lettersAlone(candidate) !== lettersAlone(name));
  return (
    /^[a-z]\w*(?:\.\d+)?$/i.test(name) &&
    !host.interfaces.has(name) &&
    ![...host.interfaces.keys()].some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}:`)) &&
    (vlanOfName(name)?.id ?? 0) <= highestVlanId &&
    nearest(name, others, 2).length === 0
  );
}

function hasDescription({ options }: Interface['stanzas'][number]): boolean {
  return options.some(({ name }) => name === 'description');
}

/** Whether the bridge's other options show already what it is. */
export function isMeant(host: HostModel, link: Interface): boolean {
  return bridgesMeant(host).includes(link);
}

/** Of several bridges, those with an address are spoken of, other than the management interface; of a single one only a `/32`. */
function mayBeOneMore(host: HostModel, link: Interface): boolean {
  const others = bridgesMeant(host);
  if (others.length === 0) {
    return !addressesOfDevice(host, link).some(({ prefix }) => prefix === 32 || prefix === 128);
  }
  return [link, ...others].every(
    (bridge) => host.management.has(bridge.name) || addressesOfDevice(host, bridge).length === 0,
  );
}

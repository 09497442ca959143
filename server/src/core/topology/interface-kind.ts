/** What an interface is in a picture. */
import { bridgeNames } from '../model/dom0/bridge-state.ts';
import { stepOf } from '../model/dom0/way-down.ts';
import { guestBridgesWithAddress } from '../model/guest-bridges.ts';
import type { HostModel } from '../model/host.ts';
import { natureOf } from '../model/interface-nature.ts';
import { perHost } from '../model/per-host.ts';
import type { NodeKind, NodeState } from './topology.ts';

/** What an interface is drawn as. */
export function kindOf(host: HostModel, name: string): NodeKind {
  const nature = natureOf(host, name);
  if (bridgeNames(host).has(name) || nature === 'Open vSwitch bridge') return 'bridge';
  if (nature?.startsWith('bond') || nature === 'Open vSwitch bond') return 'bond';
  return stepOf(host, name).kind ?? (nature === undefined && mayBeCard(host, name) ? 'nic' : 'interface');
}

/** What the kernel, wg, pppd and others call what they make. */
const namesOfNoCard = /^(?:tun|tap|gre|ppp|dsl|vxlan|vrf|veth|dummy|wg|sit|ipip|ip6tnl|ifb|macvlan|docker|virbr)/;

/** Methods that make the interface themselves (interfaces(5)). */
const methodsThatMake = new Set(['tunnel', 'v4tunnel', '6to4', 'ppp', 'wvdial']);

/** Nothing tells a card but what it is not. One that only an `auto` line names may be anything. */
function mayBeCard(host: HostModel, name: string): boolean {
  const link = host.interfaces.get(name);
  const isOnlyMarked = link?.stanzas.length === 0 && link.uses.every(({ role }) => role === 'auto' || role === 'allow');
  const isMade = link?.stanzas.some(({ method }) => method !== undefined && methodsThatMake.has(method));
  return !isOnlyMarked && !isMade && !namesOfNoCard.test(name);
}

/** The same in words, with what only the files tell: the number of a VLAN, ports that no name tells. */
export function whatItIs(host: HostModel, name: string, kind: NodeKind): readonly string[] {
  const nature = natureOf(host, name);
  const { vlanId } = stepOf(host, name);
  switch (kind) {
    case 'vlan':
      return [vlanId === undefined ? 'VLAN' : `VLAN ${vlanId}`];
    case 'bridge':
      return [
        nature?.startsWith('Open') ? nature : kind,
        ...(host.interfaces.get(name)?.bridge?.takesUnnamedPorts ? ['ports: whatever matches when it comes up'] : []),
      ];
    case 'bond':
      return [nature?.startsWith('Open') ? nature : kind];
    case 'nic':
      return ['NIC'];
    default:
      return [nature ?? (host.interfaces.get(name)?.stanzas.length === 0 ? 'no stanza' : kind)];
  }
}

/** What matters most about an interface. `hasAddress`: whether its files give it one. */
export function stateOf(host: HostModel, name: string, kind: NodeKind, hasAddress: boolean): NodeState {
  if (host.management.has(name)) return 'management';
  if (kind !== 'bridge') return 'plain';
  if (!hasAddress) return 'bare';
  return needlesslyAddressed(host).has(name) ? 'addressed' : 'plain';
}

const needlesslyAddressed = perHost(
  (host): ReadonlySet<string> => new Set(guestBridgesWithAddress(host).map(({ link }) => link.name)),
);

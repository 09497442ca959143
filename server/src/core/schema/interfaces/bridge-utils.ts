import type { OptionDoc } from '../option-doc.ts';
import { bridgePorts } from '../values/bridge-ports.ts';
import { scanCInteger } from '../values/c-number.ts';
import { integer } from '../values/integer.ts';
import { macAddressOrInterface } from '../values/interface-name.ts';
import { portAndNumber } from '../values/port-and-number.ts';
import { fractionalSeconds, wholeSeconds } from '../values/seconds.ts';
import { onOffForBrctl, yesNo } from '../values/switch.ts';
import { text } from '../values/text.ts';
import { waitForPorts } from '../values/wait-for-ports.ts';

/** What the options of bridge-utils have in common: brctl gets the words unquoted and looks at the first one. */
const bridgeOption = {
  package: 'bridge-utils',
  readBy: 'hook',
  repeat: 'first-wins',
  source: 'bridge-utils-interfaces(5); bridge-utils 1.7.1, /lib/bridge-utils/ifupdown.sh',
} as const;

const brctlSeconds = { effect: 'dropped', consequence: 'brctl ignores it' } as const;

/** The options of bridge-utils. Its hook does nothing at all for a stanza without `bridge_ports`. */
export const bridgeUtilsOptions: readonly OptionDoc[] = [
  {
    ...bridgeOption,
    name: 'bridge_ports',
    value: bridgePorts,
    repeat: 'joined-list',
    summary: 'Makes the interface a bridge and names its ports.',
    details:
      'Without it the hook does nothing at all, whatever other bridge options say. Names with blanks between them, or `none`. A name that does not exist is silently skipped (Debian 12 and newer), commas and quotes belong to the name. `NIC.N` is made as VLAN N of the NIC when it is missing, and removed again by ifdown. `regex` takes regular expressions over the interfaces that exist, `all` those named like network cards. Every stanza of the bridge should have this line, also that of the other family.',
  },
  {
    ...bridgeOption,
    name: 'bridge_ageing',
    value: fractionalSeconds(brctlSeconds),
    default: '300',
    unit: 'seconds',
    summary: 'How long the bridge remembers behind which port a MAC address is.',
  },
  {
    ...bridgeOption,
    name: 'bridge_bridgeprio',
    value: integer({
      describe: 'a priority',
      minimum: 0,
      maximum: 65535,
      read: scanCInteger,
      effect: 'misread',
      consequence: 'brctl ignores a word that is no number and cuts a number that is too large',
    }),
    default: '32768',
    summary: 'The priority of the bridge in the spanning tree; the lowest becomes the root.',
  },
  {
    ...bridgeOption,
    name: 'bridge_fd',
    value: fractionalSeconds(brctlSeconds),
    default: '15',
    unit: 'seconds',
    summary: 'The forward delay: how long a port listens and learns before it forwards.',
    details:
      'With the spanning tree on, the kernel takes 2 to 30. Without it, ports forward at once whatever stands here, but the hook computes from it how long it waits for a port without a cable: twice the delay and two seconds more.',
  },
  {
    ...bridgeOption,
    name: 'bridge_gcint',
    value: fractionalSeconds(brctlSeconds),
    default: '4',
    unit: 'seconds',
    repeat: 'unused',
    summary: 'The interval of garbage collection.',
    details: 'brctl 1.7 no longer has the command: it prints its usage, and nothing is set.',
    deprecated: 'leave it out: brctl no longer knows it',
  },
  {
    ...bridgeOption,
    name: 'bridge_hello',
    value: fractionalSeconds({ ...brctlSeconds, limits: [1, 10] }),
    default: '2',
    unit: 'seconds',
    summary: 'The time between two messages of the spanning tree.',
  },
  {
    ...bridgeOption,
    name: 'bridge_hw',
    value: macAddressOrInterface,
    repeat: 'rejected',
    summary: 'The MAC address of the bridge, or the interface to take it from.',
    details:
      'Gives the bridge the same address at each boot, which DHCP servers and IPv6 want. An interface that does not exist has no effect.',
  },
  {
    ...bridgeOption,
    name: 'bridge_maxage',
    value: fractionalSeconds({ ...brctlSeconds, limits: [6, 40] }),
    default: '20',
    unit: 'seconds',
    summary: 'How long a message of the spanning tree is valid.',
  },
  {
    ...bridgeOption,
    name: 'bridge_maxwait',
    value: wholeSeconds({
      effect: 'fails',
      consequence: 'the hook stops with "Illegal number", and the interface fails',
      candidates: [{ label: '0', detail: 'do not wait' }],
    }),
    default: '32',
    unit: 'seconds',
    repeat: 'rejected',
    summary: 'How long ifup waits for the ports to forward; 0 means not at all.',
    details:
      'Without it, twice the forward delay and two seconds more: 32 where nothing else is said. A bridge whose ports have no cable takes that long at each boot. A second value stops the hook, and the interface fails.',
  },
  {
    ...bridgeOption,
    name: 'bridge_pathcost',
    value: portAndNumber({ number: 'path cost', minimum: 1, maximum: 65535 }),
    summary: 'The cost of the way through a port, for the spanning tree.',
    details: 'Only one port can get a cost: of several lines brctl looks at the first.',
  },
  {
    ...bridgeOption,
    name: 'bridge_portprio',
    value: portAndNumber({ number: 'priority', minimum: 0, maximum: 63 }),
    default: '32',
    summary: 'The priority of a port in the spanning tree; the lowest is preferred.',
    details: 'Only one port can get a priority: of several lines brctl looks at the first.',
  },
  {
    ...bridgeOption,
    name: 'bridge_stp',
    value: onOffForBrctl,
    default: 'off',
    summary: 'Whether the bridge takes part in the spanning tree, which breaks loops.',
    details:
      'With it, a port takes twice the forward delay, 30 seconds, before it forwards. Without it, two cables into the same network make a loop.',
  },
  {
    ...bridgeOption,
    name: 'bridge_vlan_aware',
    value: yesNo,
    default: 'no',
    repeat: 'rejected',
    summary: 'Whether the bridge filters by VLAN.',
    details:
      'Only switches the filter on. `bridge_vids`, `bridge_pvid` and `bridge_access` are options of ifupdown2; here `up bridge vlan add …` does it.',
    since: 'bridge-utils 1.6-3 (Debian 11)',
  },
  {
    ...bridgeOption,
    name: 'bridge_waitport',
    value: waitForPorts,
    repeat: 'joined-list',
    unit: 'seconds',
    summary: 'How long to wait for ports that appear late.',
    details: 'Without names it waits for those in `bridge_ports`; that does not work with `all` and `regex`.',
  },
  {
    ...bridgeOption,
    name: 'bridge_token',
    value: text('an IPv6 token such as ::10'),
    repeat: 'rejected',
    summary: 'The host part of the addresses that the bridge makes from router advertisements.',
    details: 'Its man page does not mention it.',
    since: 'bridge-utils 1.7.1-4 (Debian 13)',
    source: 'bridge-utils 1.7.1-4, /lib/bridge-utils/ifupdown.sh',
  },
];

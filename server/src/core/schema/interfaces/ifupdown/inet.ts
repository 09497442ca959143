import type { OptionDoc } from '../../option-doc.ts';
import { broadcastAddress } from '../../values/broadcast.ts';
import { enumeration } from '../../values/enumeration.ts';
import { ipv4Gateway } from '../../values/gateway.ts';
import { integer } from '../../values/integer.ts';
import { ipv4Address, ipv4AddressWithPrefix, ipv4Endpoint, ipv4Peer } from '../../values/ipv4-address.ts';
import { ipv4Netmask } from '../../values/netmask.ts';
import { filePath, text } from '../../values/text.ts';
import { ipv4TunnelMode } from '../../values/tunnel-mode.ts';
import type { FamilyDoc, MethodDoc } from '../method-doc.ts';
import { coreOption, gatewayMetric, hwaddress, inetSource, mtu } from './common.ts';

const inetOption = { ...coreOption, source: inetSource } as const;

const gateway: OptionDoc = {
  ...inetOption,
  name: 'gateway',
  value: ipv4Gateway,
  summary: 'The router of the default route.',
  details:
    'ifupdown adds `default via ADDRESS dev INTERFACE onlink`: a router outside the network of the interface is accepted without a word, as set-ups with a /32 address need it, and is useless elsewhere. Two default routes of one metric cannot stand together: the second interface fails.',
};

/** Each DHCP client takes other options; what it does not take, nobody reads. */
const dhcpOption = {
  ...coreOption,
  repeat: 'executed-by-some-clients',
  source: 'interfaces(5); ifupdown 0.8.41, inet.defn; dhcpcd(8), udhcpc(8), dhclient(8)',
} as const;

const staticOptions: readonly OptionDoc[] = [
  {
    ...inetOption,
    name: 'address',
    value: ipv4AddressWithPrefix,
    required: true,
    summary: 'The IPv4 address of the interface, with its prefix length.',
    details:
      'Without a prefix length and without `netmask`, ifupdown guesses by the old classes: /8 for 10.x, /16 for 172.16.x, /24 for 192.168.x. A second address needs a stanza of its own or `up ip addr add …`.',
    repeat: 'first-wins-with-prefix',
  },
  {
    ...inetOption,
    name: 'netmask',
    value: ipv4Netmask,
    summary: 'The netmask of the address.',
    details: 'When the address has a prefix length too, the netmask wins.',
    deprecated: 'write the prefix length behind the address: `address 192.0.2.10/24`',
  },
  {
    ...inetOption,
    name: 'broadcast',
    value: broadcastAddress,
    default: '+',
    summary: 'The broadcast address.',
    details: '`+` computes it from address and netmask, which is right everywhere; an address is used as it stands.',
    deprecated: 'leave it out: ifupdown computes it',
  },
  gatewayMetric(inetSource),
  gateway,
  {
    ...inetOption,
    name: 'pointopoint',
    value: ipv4Peer,
    summary: 'The address of the other end of a point-to-point link.',
    details:
      'Mind the spelling: one `t` between `poin` and `opoint`. The address is then this end alone, and the route goes to the other end.',
  },
  hwaddress(inetSource),
  mtu(inetSource),
  {
    ...inetOption,
    name: 'scope',
    value: enumeration({
      candidates: [
        { label: 'global', detail: 'valid everywhere' },
        { label: 'link', detail: 'valid on this link only' },
        { label: 'host', detail: 'valid inside this machine only' },
      ],
    }),
    summary: 'Where the address is valid.',
    details: 'The names are those of /etc/iproute2/rt_scopes; a number goes too.',
  },
];

const manualDetails =
  'ifupdown sets the link up, gives it no IPv4 address and ignores `address`, `netmask` and `gateway`. An interface that does not exist is no error here: exit code 0, no message. The kernel still gives it a link-local IPv6 address, and one by router advertisements where they arrive.';

const dhcpOptions: readonly OptionDoc[] = [
  {
    ...dhcpOption,
    name: 'hostname',
    value: text('a host name'),
    summary: 'The host name to ask the DHCP server for.',
    details: 'dhcpcd and udhcpc send it; dhclient does not read it.',
  },
  {
    ...dhcpOption,
    name: 'metric',
    value: text('a route metric, a whole number'),
    summary: 'The metric of the routes from the DHCP server.',
    details: 'dhclient (as `IF_METRIC`) and dhcpcd (`-m`) read it; udhcpc does not.',
  },
  {
    ...dhcpOption,
    name: 'leasetime',
    value: text('a number of seconds'),
    unit: 'seconds',
    summary: 'The lease time to ask the DHCP server for.',
    details: 'Only dhcpcd reads it (`-l`).',
  },
  {
    ...dhcpOption,
    name: 'vendor',
    value: text('a vendor class identifier'),
    summary: 'The vendor class to tell the DHCP server.',
    details: 'Only dhcpcd reads it (`-i`).',
  },
  {
    ...dhcpOption,
    name: 'client',
    value: {
      ...text('a client identifier, or no'),
      complete: () => [{ label: 'no', detail: 'dhclient: send no client identifier' }],
    },
    summary: 'The client identifier to send.',
    details:
      'dhcpcd sends it (`-I`). dhclient knows only `no`, which leaves its own identifier out (since 0.8.36, Debian 11).',
  },
  hwaddress(inetSource),
];

const bootpOptions: readonly OptionDoc[] = [
  {
    ...inetOption,
    name: 'bootfile',
    value: filePath('the name of a boot file'),
    summary: 'The boot file to ask the server for.',
  },
  { ...inetOption, name: 'server', value: text('an address'), summary: 'The BOOTP server to talk to.' },
  {
    ...inetOption,
    name: 'hwaddr',
    value: text('a hardware address'),
    summary: 'The hardware address to use in the request.',
    details: 'The interface keeps its own; to change that, use `hwaddress` where the method has it.',
  },
];

/** The far and near end, life time and size of an IP tunnel over IPv4. */
const tunnelOptions: readonly OptionDoc[] = [
  {
    ...inetOption,
    name: 'address',
    value: ipv4Address,
    required: true,
    summary: 'The IPv4 address of this end, inside the tunnel.',
    details:
      'Without a prefix length. ifupdown always appends `/netmask`, so this method also needs the option `netmask`, which its man page does not list: without it ifup reports `missing required variable: netmask`.',
  },
  {
    ...inetOption,
    name: 'mode',
    value: ipv4TunnelMode,
    required: true,
    summary: 'The kind of tunnel, in small letters.',
  },
  {
    ...inetOption,
    name: 'endpoint',
    value: ipv4Endpoint,
    required: true,
    summary: 'The address of the far end, outside the tunnel.',
  },
  { ...inetOption, name: 'dstaddr', value: ipv4Peer, summary: 'The address of the far end, inside the tunnel.' },
  { ...inetOption, name: 'local', value: ipv4Endpoint, summary: 'The address of this end, outside the tunnel.' },
  gatewayMetric(inetSource),
  gateway,
  {
    ...inetOption,
    name: 'ttl',
    value: integer({
      describe: 'a hop limit',
      minimum: 0,
      maximum: 255,
      words: ['inherit'],
      effect: 'fails',
      consequence: 'ip refuses the tunnel',
      candidates: [{ label: 'inherit', detail: 'that of the packet inside' }],
    }),
    summary: 'The hop limit of the packets outside.',
  },
  mtu(inetSource),
];

const pppOptions: readonly OptionDoc[] = [
  {
    ...inetOption,
    name: 'provider',
    value: text('a file name in /etc/ppp/peers'),
    summary: 'The connection that `pon` starts.',
  },
  { ...inetOption, name: 'unit', value: text('a whole number'), summary: 'The number of the ppp device: 0 for ppp0.' },
  { ...inetOption, name: 'options', value: text('options of pppd'), summary: 'More options for `pon`.' },
];

const wvdialOptions: readonly OptionDoc[] = [
  {
    ...inetOption,
    name: 'provider',
    value: text('a section of /etc/wvdial.conf'),
    summary: 'The connection that wvdial starts.',
  },
];

const inetMethod = { family: 'inet', options: [], source: inetSource } as const;

const methods: readonly MethodDoc[] = [
  {
    ...inetMethod,
    name: 'loopback',
    summary: 'The loopback interface, 127.0.0.1.',
    details: 'When no stanza has it, ifupdown adds `auto lo` and `iface lo inet loopback` by itself.',
  },
  {
    ...inetMethod,
    name: 'static',
    summary: 'A fixed IPv4 address.',
    details:
      'Needs `address`; without it ifup reports `missing required variable: address` and the interface stays down.',
    options: staticOptions,
  },
  {
    ...inetMethod,
    name: 'manual',
    summary: 'No IPv4 address; the link is only set up.',
    details: manualDetails,
    options: [hwaddress(inetSource), mtu(inetSource)],
    since: 'hwaddress and mtu: ifupdown 0.8.5',
  },
  {
    ...inetMethod,
    name: 'dhcp',
    summary: 'An IPv4 address from a DHCP server.',
    details: 'The first of dhclient, udhcpc and dhcpcd that is installed does it; without any, ifup fails.',
    options: dhcpOptions,
  },
  { ...inetMethod, name: 'bootp', summary: 'An IPv4 address from a BOOTP server, by `bootpc`.', options: bootpOptions },
  {
    ...inetMethod,
    name: 'tunnel',
    summary: 'A GRE or IPIP tunnel over IPv4.',
    details: 'Needs `netmask` besides the options that are marked as required.',
    options: tunnelOptions,
  },
  { ...inetMethod, name: 'ppp', summary: 'A PPP connection, by `pon` and `poff`.', options: pppOptions },
  { ...inetMethod, name: 'wvdial', summary: 'A dial-up connection, by wvdial.', options: wvdialOptions },
  {
    ...inetMethod,
    name: 'ipv4ll',
    summary: 'A link-local IPv4 address from 169.254.0.0/16, by avahi-autoipd.',
  },
];

/** IPv4. */
export const inet: FamilyDoc = { name: 'inet', summary: 'IPv4.', methods };

import type { OptionDoc } from '../../option-doc.ts';
import { enumeration } from '../../values/enumeration.ts';
import { ipv6Gateway } from '../../values/gateway.ts';
import { integer } from '../../values/integer.ts';
import { ipv4Address, ipv4Endpoint } from '../../values/ipv4-address.ts';
import { eitherAddress, ipv6AddressWithPrefix, ipv6Endpoint } from '../../values/ipv6-address.ts';
import { ipv6PrefixLength } from '../../values/netmask.ts';
import { fractionalSeconds } from '../../values/seconds.ts';
import { zeroOne } from '../../values/switch.ts';
import { text } from '../../values/text.ts';
import { ipv6TunnelMode } from '../../values/tunnel-mode.ts';
import type { ValueCandidate, ValueType } from '../../values/value-type.ts';
import type { FamilyDoc, MethodDoc } from '../method-doc.ts';
import { coreOption, gatewayMetric, hwaddress, inet6Source, metric, mtu } from './common.ts';

const inet6Option = { ...coreOption, source: inet6Source } as const;

/** A number that ifupdown writes below /proc/sys/net/ipv6/conf; a failure is ignored. */
function sysctlNumber(describe: string, candidates: readonly ValueCandidate[]): ValueType {
  return integer({ describe, minimum: -1, effect: 'dropped', consequence: 'sysctl does not set it', candidates });
}

const acceptRa: OptionDoc = {
  ...inet6Option,
  name: 'accept_ra',
  value: sysctlNumber('how to treat router advertisements', [
    { label: '0', detail: 'ignore them' },
    { label: '1', detail: 'accept them, unless this machine forwards' },
    { label: '2', detail: 'accept them, even if this machine forwards' },
  ]),
  summary: 'Whether router advertisements are accepted: default route and addresses.',
  details: 'Spelt with an underscore, `accept-ra` is not read. A machine that forwards IPv6 needs 2 to accept them.',
};

const autoconf: OptionDoc = {
  ...inet6Option,
  name: 'autoconf',
  value: sysctlNumber('whether to make addresses by itself', [
    { label: '0', detail: 'no addresses from advertisements' },
    { label: '1', detail: 'addresses from advertisements (SLAAC)' },
  ]),
  summary: 'Whether the kernel makes addresses from router advertisements (SLAAC).',
};

const privext: OptionDoc = {
  ...inet6Option,
  name: 'privext',
  value: sysctlNumber('the use of temporary addresses', [
    { label: '0', detail: 'no temporary addresses' },
    { label: '1', detail: 'make them, do not prefer them' },
    { label: '2', detail: 'make and prefer them' },
  ]),
  summary: 'Privacy extensions: temporary addresses for outgoing connections.',
};

const requestPrefix: OptionDoc = {
  ...inet6Option,
  name: 'request_prefix',
  value: zeroOne,
  default: '0',
  repeat: 'first-wins',
  summary: 'Whether to ask for a network of its own by DHCPv6 prefix delegation.',
  details: 'Spelt with an underscore. Only dhclient is asked for it.',
};

/** How often and how long a script of ifupdown waits for the link-local address. */
const linkLocalOptions: readonly OptionDoc[] = [
  {
    ...inet6Option,
    name: 'll-attempts',
    value: integer({
      describe: 'a number of attempts',
      minimum: 0,
      effect: 'misread',
      consequence: 'the script does not wait',
    }),
    default: '60',
    repeat: 'rejected',
    summary: 'How often to look for the link-local address before DHCPv6 starts.',
    source: 'interfaces(5); ifupdown 0.8.41, inet6.defn, wait-for-ll6.sh',
  },
  {
    ...inet6Option,
    name: 'll-interval',
    value: fractionalSeconds({ effect: 'misread', consequence: 'the script does not pause between two looks' }),
    default: '0.1',
    unit: 'seconds',
    repeat: 'joined-list',
    summary: 'The time between two looks for the link-local address.',
    details: 'A second value is added to the first: `sleep` takes several times.',
    source: 'interfaces(5); ifupdown 0.8.41, inet6.defn, wait-for-ll6.sh',
  },
];

const gateway: OptionDoc = {
  ...inet6Option,
  name: 'gateway',
  value: ipv6Gateway,
  summary: 'The router of the IPv6 default route.',
  details:
    'ifupdown replaces the default route of the same metric, so a second gateway is no error. Where `accept_ra` is not given, a gateway sets it to 0.',
};

const netmask: OptionDoc = {
  ...inet6Option,
  name: 'netmask',
  value: ipv6PrefixLength,
  summary: 'The prefix length of the address.',
  deprecated: 'write the prefix length behind the address: `address 2001:db8::10/64`',
};

const preferredLifetime: OptionDoc = {
  ...inet6Option,
  name: 'preferred-lifetime',
  value: integer({
    describe: 'a time in seconds',
    minimum: 0,
    maximum: 4294967295,
    words: ['forever'],
    effect: 'fails',
    consequence: 'ip refuses the address with it',
    candidates: [
      { label: 'forever', detail: 'as long as the address stands' },
      { label: '0', detail: 'not for new connections' },
    ],
  }),
  unit: 'seconds',
  summary: 'How long the address is used for new connections.',
  details: 'Without it, for ever; on an interface with a `:` in its name, 0.',
};

const ipv6Mtu: OptionDoc = {
  ...mtu(inet6Source),
  value: integer({ describe: 'an MTU', minimum: 0, effect: 'dropped', consequence: 'it is not set' }),
  summary: 'The largest IPv6 packet the interface carries.',
  details:
    'When the device carries less, its own MTU is raised; otherwise only that of IPv6 is set. A failure is ignored. On a bridge, the hook of bridge-utils sets it on each port too.',
};

const addressOption: OptionDoc = {
  ...inet6Option,
  name: 'address',
  value: ipv6AddressWithPrefix,
  required: true,
  summary: 'The IPv6 address of the interface, with its prefix length.',
  details:
    'Without a prefix length and without `netmask` the kernel takes it as /128. A second address needs a stanza of its own or `up ip -6 addr add …`: unlike with IPv4, a second line is run as a command.',
};

const staticOptions: readonly OptionDoc[] = [
  { ...addressOption, repeat: 'first-wins-with-prefix-and-netmask' },
  { ...netmask, details: 'When the address has a prefix length too, the netmask wins.' },
  gatewayMetric(inet6Source),
  gateway,
  {
    ...inet6Option,
    name: 'media',
    value: text('a medium type'),
    repeat: 'unused',
    summary: 'The medium of the network card.',
    details: 'ifupdown on Linux lists this option and never uses it.',
  },
  hwaddress(inet6Source),
  ipv6Mtu,
  acceptRa,
  { ...autoconf, default: '0' },
  privext,
  {
    ...inet6Option,
    name: 'scope',
    value: enumeration({
      candidates: [
        { label: 'global', detail: 'valid everywhere' },
        { label: 'site', detail: 'valid inside this site only' },
        { label: 'link', detail: 'valid on this link only' },
        { label: 'host', detail: 'valid inside this machine only' },
      ],
    }),
    summary: 'Where the address is valid.',
    details: 'The names are those of /etc/iproute2/rt_scopes; a number goes too.',
  },
  preferredLifetime,
  {
    ...inet6Option,
    name: 'dad-attempts',
    value: integer({
      describe: 'a number of attempts',
      minimum: 0,
      effect: 'misread',
      consequence: 'ifupdown takes it for 0',
    }),
    default: '60',
    repeat: 'rejected',
    summary: 'How often to look whether duplicate address detection is over; 0 switches the detection off.',
    details:
      'With a second value ifupdown goes by the first one; its script gets both and makes neither number of attempts.',
    source: 'interfaces(5); ifupdown 0.8.41, inet6.defn, settle-dad.sh',
  },
  {
    ...inet6Option,
    name: 'dad-interval',
    value: fractionalSeconds({ effect: 'misread', consequence: 'the script does not pause between two looks' }),
    default: '0.1',
    unit: 'seconds',
    repeat: 'joined-list',
    summary: 'The time between two looks at the duplicate address detection.',
    details: 'A second value is added to the first: `sleep` takes several times.',
    source: 'interfaces(5); ifupdown 0.8.41, inet6.defn, settle-dad.sh',
  },
];

const autoOptions: readonly OptionDoc[] = [
  privext,
  { ...acceptRa, default: '2' },
  {
    ...inet6Option,
    name: 'dhcp',
    value: zeroOne,
    repeat: 'first-wins',
    summary: 'Whether to ask a DHCPv6 server for name servers and the like (stateless DHCPv6).',
    details: 'Needs dhclient.',
  },
  requestPrefix,
  ...linkLocalOptions,
];

const dhcpOptions: readonly OptionDoc[] = [
  hwaddress(inet6Source),
  { ...acceptRa, default: '1' },
  autoconf,
  requestPrefix,
  ...linkLocalOptions,
];

/** The life of the packets outside a tunnel. */
function ttl(words: readonly string[]): OptionDoc {
  return {
    ...inet6Option,
    name: 'ttl',
    value: integer({
      describe: 'a hop limit',
      minimum: 0,
      maximum: 255,
      words,
      effect: 'fails',
      consequence: 'ip refuses the tunnel',
      candidates: words.map((word) => ({ label: word, detail: 'that of the packet inside' })),
    }),
    summary: 'The hop limit of the packets outside.',
  };
}

const tunnelOptions: readonly OptionDoc[] = [
  {
    ...inet6Option,
    name: 'address',
    value: eitherAddress,
    usedWith: 'netmask',
    summary: 'The address of this end, inside the tunnel.',
    details:
      'An IPv4 address where the mode is ipip6. Without a prefix length; it is set only together with `netmask`.',
  },
  {
    ...inet6Option,
    name: 'netmask',
    value: ipv6PrefixLength,
    usedWith: 'address',
    summary: 'The prefix length of the address.',
  },
  {
    ...inet6Option,
    name: 'mode',
    value: ipv6TunnelMode,
    required: true,
    summary: 'The kind of tunnel, in small letters.',
  },
  {
    ...inet6Option,
    name: 'endpoint',
    value: ipv6Endpoint,
    required: true,
    summary: 'The address of the far end, outside the tunnel.',
  },
  {
    ...inet6Option,
    name: 'dstaddr',
    value: eitherAddress,
    usedWith: 'address',
    summary: 'The address of the far end, inside the tunnel.',
  },
  { ...inet6Option, name: 'local', value: ipv6Endpoint, summary: 'The address of this end, outside the tunnel.' },
  gatewayMetric(inet6Source),
  {
    ...gateway,
    value: eitherAddress,
    summary: 'The router of the default route inside the tunnel.',
    details: 'An IPv4 address where the mode is ipip6.',
  },
  ttl([]),
  mtu(inet6Source),
  {
    ...inet6Option,
    name: 'encaplimit',
    value: integer({
      describe: 'an encapsulation limit',
      minimum: 0,
      maximum: 255,
      words: ['none'],
      effect: 'misread',
      consequence: 'ip does not say so and sets some other limit',
      candidates: [{ label: 'none', detail: 'no limit is written into the packets' }],
    }),
    summary: 'How many more tunnels a packet of this tunnel may enter.',
  },
];

const v4tunnelOptions: readonly OptionDoc[] = [
  {
    ...addressOption,
    summary: 'The IPv6 address of this end, with its prefix length.',
    details: 'Without a prefix length and without `netmask` the kernel takes it as /128.',
  },
  { ...netmask, details: 'Only for an address without a prefix length: both together make ip refuse the address.' },
  {
    ...inet6Option,
    name: 'endpoint',
    value: ipv4Endpoint,
    required: true,
    summary: 'The IPv4 address of the far end.',
  },
  { ...inet6Option, name: 'local', value: ipv4Endpoint, summary: 'The IPv4 address of this end.' },
  gatewayMetric(inet6Source),
  { ...gateway, details: 'A route to it is added first.' },
  ttl(['inherit']),
  mtu(inet6Source),
  preferredLifetime,
];

const sixToFourOptions: readonly OptionDoc[] = [
  {
    ...inet6Option,
    name: 'local',
    value: ipv4Address,
    required: true,
    summary: 'The IPv4 address of this end; the 2002: address is made from it.',
  },
  {
    ...metric(inet6Source),
    summary: 'The metric of the route to the 6to4 relay.',
    details: 'The route goes to 2000::/3 by 192.88.99.1.',
  },
  ttl(['inherit']),
  mtu(inet6Source),
  preferredLifetime,
];

const inet6Method = { family: 'inet6', options: [], source: inet6Source } as const;

const methods: readonly MethodDoc[] = [
  {
    ...inet6Method,
    name: 'auto',
    summary: 'IPv6 addresses from router advertisements.',
    details: 'With `dhcp 1`, name servers and the like come from a DHCPv6 server.',
    options: autoOptions,
  },
  { ...inet6Method, name: 'loopback', summary: 'The loopback interface, ::1.' },
  {
    ...inet6Method,
    name: 'static',
    summary: 'A fixed IPv6 address.',
    details:
      'Addresses from router advertisements are switched off (`autoconf 0`); a default route from them is still taken unless `gateway` or `accept_ra 0` is given.',
    options: staticOptions,
  },
  {
    ...inet6Method,
    name: 'manual',
    summary: 'No fixed IPv6 address; the link is only set up.',
    details:
      'It does not keep IPv6 away: the kernel still makes a link-local address, and others by router advertisements.',
    options: [hwaddress(inet6Source), ipv6Mtu],
  },
  {
    ...inet6Method,
    name: 'dhcp',
    summary: 'An IPv6 address from a DHCPv6 server, by dhclient.',
    details: 'The default route comes from router advertisements. Without dhclient ifup fails.',
    options: dhcpOptions,
  },
  {
    ...inet6Method,
    name: 'tunnel',
    summary: 'A tunnel over IPv6: GRE, IPv6 in IPv6, or IPv4 in IPv6.',
    options: tunnelOptions,
    since: 'ifupdown 0.8.40 (Debian 12)',
  },
  { ...inet6Method, name: 'v4tunnel', summary: 'IPv6 over IPv4, to a fixed far end.', options: v4tunnelOptions },
  {
    ...inet6Method,
    name: '6to4',
    summary: 'IPv6 over IPv4 by 6to4, whose public relays were retired (RFC 7526).',
    options: sixToFourOptions,
  },
];

/** IPv6. */
export const inet6: FamilyDoc = { name: 'inet6', summary: 'IPv6.', methods };

import { enumeration } from './enumeration.ts';
import type { ValueType } from './value-type.ts';

const refused = { effect: 'fails', consequence: 'ip knows no such tunnel mode, and none in capital letters' } as const;

/** The kinds of tunnel over IPv4; ip knows more than the man page names. */
export const ipv4TunnelMode: ValueType = enumeration({
  kind: 'ipv4-tunnel-mode',
  candidates: [
    { label: 'gre', detail: 'GRE, needs the module ip_gre' },
    { label: 'ipip', detail: 'IPv4 in IPv4, needs the module ipip' },
  ],
  alsoAccepted: ['gre/ip', 'ip/ip', 'ipv4/ipv4', 'sit', 'ipv6/ip', 'isatap', 'vti', 'any', 'any/ip'],
  otherwise: refused,
});

/** The kinds of tunnel over IPv6; ip knows more than the man page names. */
export const ipv6TunnelMode: ValueType = enumeration({
  kind: 'ipv6-tunnel-mode',
  candidates: [
    { label: 'ip6gre', detail: 'GRE over IPv6, needs the module ip6_gre' },
    { label: 'ip6ip6', detail: 'IPv6 in IPv6, needs the module ip6_tunnel' },
    { label: 'ipip6', detail: 'IPv4 in IPv6, needs the module ip6_tunnel' },
  ],
  alsoAccepted: ['gre/ipv6', 'ipv6/ipv6', 'ip/ipv6', 'ipv4/ipv6', 'ip4ip6', 'vti6', 'any', 'any/ipv6'],
  otherwise: refused,
});

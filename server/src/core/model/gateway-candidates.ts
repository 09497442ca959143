import { formatIpv4, lastAddressOf, networkOf, parseIpv4 } from '../schema/values/ipv4.ts';
import { formatIpv6, ipv6NetworkOf, parseIpv6 } from '../schema/values/ipv6.ts';
import type { ValueCandidate } from '../schema/values/value-type.ts';
import type { StanzaAddress } from './addresses.ts';
import { addressesOfStanza } from './addresses.ts';
import type { HostModel, Stanza } from './host.ts';

/**
 * Where the router of a stanza's own network usually is: at its first host address, of IPv4 else at its last one. Empty
 * where the stanza states no address with a prefix length, or one whose network has no room for a router.
 */
export function gatewaysToOffer(host: HostModel, stanza: Stanza): readonly ValueCandidate[] {
  return addressesOfStanza(stanza, host.dialect).flatMap((stated) => {
    const own = stated.address;
    const usual = stated.family === 'inet' ? usualIpv4(stated) : usualIpv6(stated);
    return usual.filter(({ label }) => label !== own);
  });
}

function usualIpv4({ address = '', prefix }: StanzaAddress): readonly ValueCandidate[] {
  const own = parseIpv4(address);
  if (own === undefined || prefix === undefined || prefix > 31) return [];
  // A network of two addresses has neither one of its own nor a broadcast address (RFC 3021).
  const edge = prefix === 31 ? 0 : 1;
  return [
    { label: formatIpv4(networkOf(own, prefix) + edge), detail: 'the first host address of the network' },
    { label: formatIpv4(lastAddressOf(own, prefix) - edge), detail: 'the last host address of the network' },
  ];
}

/** The address that ends in 1; the network's own one is every router's (RFC 4291, 2.6.1). */
function usualIpv6({ address = '', prefix }: StanzaAddress): readonly ValueCandidate[] {
  const own = parseIpv6(address);
  if (own === undefined || prefix === undefined || prefix > 126) return [];
  const network = ipv6NetworkOf(own, prefix);
  const first = [...network.slice(0, -1), (network.at(-1) ?? 0) + 1];
  if (formatIpv6(first) === formatIpv6(own)) return [];
  return [{ label: formatIpv6(first), detail: 'the first host address of the network' }];
}

import ipaddr from 'ipaddr.js';

/** What the special ranges are, by ipaddr.js' names for them; ordinary global addresses have no entry worth showing. */
const meanings: Readonly<Record<string, string>> = {
  unspecified: 'the unspecified address',
  broadcast: 'the limited broadcast address',
  multicast: 'multicast',
  linkLocal: 'link-local: valid on its own link only',
  loopback: 'loopback: never leaves this machine',
  carrierGradeNat: 'shared address space of providers (RFC 6598)',
  private: 'private (RFC 1918)',
  reserved: 'reserved for documentation or special use',
  uniqueLocal: 'unique local: private (RFC 4193)',
  ipv4Mapped: 'an IPv4 address in IPv6 clothes',
  '6to4': '6to4 (RFC 3056)',
  teredo: 'Teredo (RFC 4380)',
};

/** What kind of address this is, in a short phrase; `undefined` for an ordinary global one and for what is no address. */
export function describeRange(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  return meanings[ipaddr.parse(address).range()];
}

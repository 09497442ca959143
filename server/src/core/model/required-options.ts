import type { Stanza } from './host.ts';
import { optionSpelt } from './stanzas.ts';

/**
 * The options that a method cannot do without, each with a value to begin with: those that stand outside `[[ ]]` in the
 * commands of ifupdown's *.defn files. Its man page forgets some (`netmask` of a tunnel, all of ipx) and calls one
 * required that is not (`address` of v4tunnel). Addresses are those set aside for examples (RFC 5737, RFC 3849).
 */
const requiredOptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'inet static': { address: '192.0.2.1/24' },
  'inet tunnel': { mode: 'gre', endpoint: '198.51.100.1', address: '192.0.2.1', netmask: '255.255.255.252' },
  'inet6 static': { address: '2001:db8::1/64' },
  'inet6 tunnel': { mode: 'ip6gre', endpoint: '2001:db8::2' },
  'inet6 v4tunnel': { endpoint: '198.51.100.1' },
  'inet6 6to4': { local: '192.0.2.1' },
  'can static': { bitrate: '500000' },
  'ipx static': { frame: '802.2', netnum: '1' },
  'ipx dynamic': { frame: '802.2' },
};

/** The options that ifup will miss in a stanza, inherited ones taken into account, in the order in which it asks for them. */
export function missingOptions(stanza: Stanza): readonly { readonly name: string; readonly example: string }[] {
  const required = requiredOptions[`${stanza.family} ${stanza.method}`] ?? {};
  return Object.entries(required)
    .filter(([name]) => optionSpelt(stanza, name) === undefined)
    .map(([name, example]) => ({ name, example }));
}

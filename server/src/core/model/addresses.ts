import ipaddr from 'ipaddr.js';
import { parseIpv4AddressValue } from '../schema/values/ipv4-address.ts';
import { parseIpv6AddressValue } from '../schema/values/ipv6-address.ts';
import { prefixAsIp } from '../schema/values/netmask.ts';
import type { Word } from '../syntax/interfaces/ast.ts';
import type { Location } from '../text/location.ts';
import type { Dialect, HostModel, Interface, Stanza, StanzaOption } from './host.ts';
import { isOwnOption, optionSpelt, optionsNamed } from './stanzas.ts';

/**
 * Where the address of a stanza comes from. `static`: the file states it. `dhcp` (BOOTP too) and `auto` (router
 * advertisements): the network gives it. `other`: a tunnel, a modem, or a method that nobody knows.
 */
export type AddressSource = 'static' | 'dhcp' | 'auto' | 'other';

/** One address that a stanza gives its interface. */
export interface StanzaAddress {
  readonly family: 'inet' | 'inet6';
  readonly source: AddressSource;
  readonly stanza: Stanza;
  /** The option that states it; `undefined` where the network gives it, or where the stanza forgot it. */
  readonly option: StanzaOption | undefined;
  /** The address without its prefix; `undefined` where none is stated, or none that can be read. */
  readonly address: string | undefined;
  /** The length of its prefix as stated, by a netmask or behind a slash. */
  readonly prefix: number | undefined;
}

/** Methods that give no address. `none` is what ifupdown2 and ifupdown-ng make of a bare `iface NAME`. */
const methodsWithoutAddress = new Set(['manual', 'none', 'loopback']);

const sourcesFromNetwork: Readonly<Record<string, AddressSource>> = {
  'inet dhcp': 'dhcp',
  'inet bootp': 'dhcp',
  'inet6 dhcp': 'dhcp',
  'inet dhcp6': 'dhcp',
  'inet6 dhcp6': 'dhcp',
  'inet6 auto': 'auto',
};

/**
 * The addresses that a stanza gives its interface, hook commands left out. `0.0.0.0` and `::` are none: ip adds
 * nothing for them. What cannot be read still counts, with `address` undefined.
 */
export function addressesOfStanza(stanza: Stanza, dialect: Dialect): readonly StanzaAddress[] {
  const { family, method } = stanza;
  const fromNetwork = sourcesFromNetwork[`${family} ${method}`];
  const none = { stanza, option: undefined, address: undefined, prefix: undefined };
  const ofNetwork: readonly StanzaAddress[] =
    fromNetwork === undefined ? [] : [{ ...none, family: familyOf(stanza), source: fromNetwork }];
  // The other two programs take any number of addresses of either family, whatever the method.
  if (dialect !== 'ifupdown') {
    return [...ofNetwork, ...optionsNamed(stanza, 'address').flatMap((option) => statedAddress(stanza, option))];
  }
  if (ofNetwork.length > 0 || method === undefined || methodsWithoutAddress.has(method)) return ofNetwork;
  if (method !== 'static') return [{ ...none, family: familyOf(stanza), source: 'other' }];
  const option = optionSpelt(stanza, 'address');
  return option === undefined
    ? [{ ...none, family: familyOf(stanza), source: 'static' }]
    : statedAddress(stanza, option);
}

/** The addresses of a device: those of its own stanzas, and those of its aliases (`br0:1` for `br0`). */
export function addressesOfDevice(host: HostModel, link: Interface): readonly StanzaAddress[] {
  const aliases = link.aliases.flatMap((alias) => host.interfaces.get(alias)?.stanzas ?? []);
  return [...link.stanzas, ...aliases].flatMap((stanza) => addressesOfStanza(stanza, host.dialect));
}

/** The address where the stanza itself states it, else the word that brings it: the method, or the name that inherits. */
export function placeOfAddress({ stanza, option }: StanzaAddress): Location {
  const [value] = option !== undefined && isOwnOption(stanza, option) ? option.value.words : [];
  if (option !== undefined && value !== undefined) return { file: option.file, span: value.span };
  return { file: stanza.file, span: (stanza.node.method ?? stanza.nameWord).span };
}

/** Whether the address is one of the network that the other one states, and of the same family. */
export function isInNetwork(address: string, { address: own, prefix }: StanzaAddress): boolean {
  if (own === undefined || prefix === undefined || !ipaddr.isValid(address)) return false;
  const [one, other] = [ipaddr.parse(address), ipaddr.parse(own)];
  return one.kind() === other.kind() && one.match(other, prefix);
}

function familyOf({ family }: Stanza): 'inet' | 'inet6' {
  return family === 'inet6' ? 'inet6' : 'inet';
}

function statedAddress(stanza: Stanza, option: StanzaOption): readonly StanzaAddress[] {
  const [word] = option.value.words;
  const text = word?.text ?? '';
  const address = text.split('/', 1)[0] ?? '';
  if (/^0+(?:\.0+)*$/.test(address) || address === '::') return [];
  const ipv4 = parseIpv4AddressValue(text);
  const ipv6 = parseIpv6AddressValue(text);
  const family = ipv4 ? 'inet' : ipv6 ? 'inet6' : familyOf(stanza);
  const behindSlash = ipv4 ? ipv4.prefix : ipv6?.prefix;
  return [
    {
      family,
      source: 'static',
      stanza,
      option,
      address: ipv4 || ipv6 ? address : undefined,
      // ifupdown prefers the netmask of its own (archcommon.c, compute_v4_mask).
      prefix: prefixOfNetmask(optionSpelt(stanza, 'netmask')?.value.words[0], family) ?? behindSlash,
    },
  ];
}

function prefixOfNetmask(word: Word | undefined, family: 'inet' | 'inet6'): number | undefined {
  return word === undefined ? undefined : prefixAsIp(word.text, family === 'inet' ? 32 : 128);
}

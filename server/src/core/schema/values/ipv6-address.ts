import { describeRange } from './address-range.ts';
import { parseIpv4 } from './ipv4.ts';
import { formatIpv6, ipv6NetworkOf, parseIpv6 } from './ipv6.ts';
import { prefixAsIp } from './netmask.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueProblem, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { firstWord } from './words.ts';

/** An IPv6 address with the prefix length behind its slash. */
export interface Ipv6AddressValue {
  /** Eight groups of 16 bits. */
  readonly groups: readonly number[];
  /** The prefix length; `undefined` when none is stated, or when what is stated is none. */
  readonly prefix: number | undefined;
  readonly hasPrefix: boolean;
}

/** The value of `address` under `inet6 static`; `undefined` when there is no IPv6 address before the slash. */
export function parseIpv6AddressValue(text: string): Ipv6AddressValue | undefined {
  const { host, prefix } = splitAtSlash(text);
  const groups = parseIpv6(host.text);
  if (!groups) return undefined;
  return { groups, prefix: prefix && prefixAsIp(firstWord(prefix.text).text, 128), hasPrefix: prefix !== undefined };
}

/** The first two tokens between slashes, as ifupdown's get_token("/") takes them. */
function splitAtSlash(text: string): { readonly host: Word; readonly prefix: Word | undefined } {
  const tokens = [...text.matchAll(/[^/]+/g)].map((match) => ({
    text: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return { host: tokens[0] ?? { text: '', span: { start: 0, end: 0 } }, prefix: tokens[1] };
}

/** What is wrong with a word that should be an IPv6 address; `undefined` when it is one. */
export function checkIpv6(text: string, word: Word): ValueProblem | undefined {
  if (parseIpv6(word.text)) return undefined;
  if (parseIpv4(word.text) !== undefined) {
    return problemIn(text, 'fails', `${word.text} is an IPv4 address; an IPv6 address belongs here.`, word.span);
  }
  return problemIn(text, 'fails', `"${word.text}" is no IPv6 address; ip refuses it.`, word.span);
}

function checkPrefixLength(text: string, prefix: Word | undefined): ValueProblem | undefined {
  if (!prefix) return undefined;
  const word = firstWord(prefix.text).text;
  const bits = prefixAsIp(word, 128);
  if (bits === undefined) {
    return problemIn(
      text,
      'fails',
      `"${word}" is no prefix length from 0 to 128; ip refuses the address.`,
      prefix.span,
    );
  }
  if (bits === Number(word)) return undefined;
  return problemIn(text, 'misread', `ip reads "${word}" as /${bits}.`, prefix.span);
}

/** `address` under the inet6 methods: an address, with its prefix length. */
export const ipv6AddressWithPrefix: ValueType = {
  kind: 'ipv6-address-with-prefix',
  describe: 'an IPv6 address with a prefix length, such as 2001:db8::10/64',
  check(text) {
    if (isOpaque(text)) return undefined;
    const { host, prefix } = splitAtSlash(text);
    return checkIpv6(text, host) ?? checkPrefixLength(text, prefix);
  },
  explain(text) {
    const value = parseIpv6AddressValue(text);
    return value && explainNetwork(value);
  },
  complete: () => [],
};

/** An IPv6 address alone. */
export const ipv6Address: ValueType = {
  kind: 'ipv6-address',
  describe: 'an IPv6 address, such as 2001:db8::1',
  check(text) {
    return isOpaque(text) ? undefined : checkIpv6(text, firstWord(text));
  },
  explain(text) {
    const range = parseIpv6(text) && describeRange(text);
    return range && `\`${text}\`: ${range}`;
  },
  complete: () => [],
};

/** The far end of a tunnel over IPv6: an address, or `any`. */
export const ipv6Endpoint: ValueType = {
  ...ipv6Address,
  kind: 'ipv6-endpoint',
  describe: 'an IPv6 address, or any',
  check: (text) => (firstWord(text).text === 'any' ? undefined : ipv6Address.check(text)),
  complete: () => [{ label: 'any', detail: 'every far end' }],
};

/** An address that the method takes in either family, by its `mode`. */
export const eitherAddress: ValueType = {
  kind: 'ip-address',
  describe: 'an IPv6 address, or an IPv4 address where the mode is ipip6',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text) || parseIpv4(word.text) !== undefined || parseIpv6(word.text)) return undefined;
    return problemIn(text, 'fails', `"${word.text}" is no IP address; ip refuses it.`, word.span);
  },
  explain: (text) => ipv6Address.explain(text),
  complete: () => [],
};

function explainNetwork(value: Ipv6AddressValue): string | undefined {
  const address = formatIpv6(value.groups);
  const prefix = value.hasPrefix ? value.prefix : 128;
  if (prefix === undefined) return undefined;
  const network = formatIpv6(ipv6NetworkOf(value.groups, prefix));
  const lines = [
    prefix === 128 ? 'This one address, no network around it' : `Network \`${network}/${prefix}\``,
    `Written short: \`${address}\``,
    describeRange(address),
    value.hasPrefix ? undefined : 'No prefix is stated: the kernel takes it as `/128`',
  ];
  return lines.filter((line) => line !== undefined).join('  \n');
}

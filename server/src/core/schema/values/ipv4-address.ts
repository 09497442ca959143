import { describeRange } from './address-range.ts';
import { formatIpv4, maskAsIfupdown, parseIpv4, parseIpv4AsIp, prefixOfMask } from './ipv4.ts';
import { explainIpv4Network } from './ipv4-network.ts';
import { parseIpv6 } from './ipv6.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueProblem, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { firstWord } from './words.ts';

/** An IPv4 address with what stands behind its slash. */
export interface Ipv4AddressValue {
  /** As an unsigned 32-bit number. */
  readonly address: number;
  /** The prefix length; `undefined` when none is stated, or when what is stated is no contiguous mask. */
  readonly prefix: number | undefined;
  /** Whether anything stands behind a slash. */
  readonly hasPrefix: boolean;
}

/**
 * The value of `address` under `inet static` as ifupdown reads it: a dotted quad, optionally with a prefix length or a
 * dotted netmask. `undefined` when there is no such address.
 */
export function parseIpv4AddressValue(text: string): Ipv4AddressValue | undefined {
  const { host, prefix } = splitAtSlash(text);
  const address = parseIpv4(host.text);
  if (address === undefined) return undefined;
  if (!prefix) return { address, prefix: undefined, hasPrefix: false };
  const mask = maskBehindSlash(prefix.text);
  return { address, prefix: mask === undefined ? undefined : prefixOfMask(mask), hasPrefix: true };
}

/** What ifupdown's strtok("/") finds before and behind the slash. */
function splitAtSlash(text: string): { readonly host: Word; readonly prefix: Word | undefined } {
  const tokens = [...text.matchAll(/[^/]+/g)].map((match) => ({
    text: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return { host: tokens[0] ?? { text: '', span: { start: 0, end: 0 } }, prefix: tokens[1] };
}

/** The number that the words behind the slash begin with, as sscanf("%d") finds it. */
function widthBehindSlash(text: string): number | undefined {
  const number = /^\s*([+-]?\d+)/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The netmask for the words behind the slash: a dotted quad, or what is computed from a number. */
function maskBehindSlash(text: string): number | undefined {
  const quad = parseIpv4(text);
  if (quad !== undefined) return quad;
  const width = widthBehindSlash(text);
  return width === undefined ? undefined : maskAsIfupdown(width);
}

function checkPrefix(text: string, prefix: Word): ValueProblem | undefined {
  const quad = parseIpv4(prefix.text);
  if (quad !== undefined) {
    if (prefixOfMask(quad) !== undefined) return undefined;
    const message = `${prefix.text} is no netmask, its ones do not stand together; ip refuses the address.`;
    return problemIn(text, 'fails', message, prefix.span);
  }
  const width = widthBehindSlash(prefix.text);
  if (width === undefined) {
    const message = `"${prefix.text}" is neither a prefix length nor a netmask; ip refuses the address.`;
    return problemIn(text, 'fails', message, prefix.span);
  }
  if (width >= 0 && width <= 32) return undefined;
  const mask = maskAsIfupdown(width);
  const result = mask === undefined ? 'uses a random netmask' : `computes the netmask ${formatIpv4(mask)} from it`;
  return problemIn(text, 'misread', `${width} is no prefix length from 0 to 32; ifupdown ${result}.`, prefix.span);
}

/** What is wrong with a word that should be a dotted quad; `undefined` when it is one. */
export function checkDottedQuad(text: string, word: Word): ValueProblem | undefined {
  if (parseIpv4(word.text) !== undefined) return undefined;
  if (parseIpv6(word.text)) {
    return problemIn(text, 'fails', `${word.text} is an IPv6 address; an IPv4 address belongs here.`, word.span);
  }
  const read = parseIpv4AsIp(word.text);
  if (read === undefined) {
    return problemIn(text, 'fails', `"${word.text}" is no IPv4 address; ip refuses it.`, word.span);
  }
  return problemIn(text, 'misread', `"${word.text}" is no dotted quad; ip reads it as ${formatIpv4(read)}.`, word.span);
}

/** `address` under `inet static`: dotted quad, optionally with `/prefix`. Its check supposes no `netmask` in the stanza. */
export const ipv4AddressWithPrefix: ValueType = {
  kind: 'ipv4-address-with-prefix',
  describe: 'an IPv4 address with a prefix length, such as 192.0.2.10/24',
  check(text) {
    if (isOpaque(text)) return undefined;
    const { host, prefix } = splitAtSlash(text);
    return checkDottedQuad(text, host) ?? (prefix && checkPrefix(text, prefix));
  },
  explain(text) {
    const value = parseIpv4AddressValue(text);
    return value && explainIpv4Network(value.address, value.hasPrefix ? value.prefix : 'by class');
  },
  complete: () => [],
};

/** An IPv4 address alone, handed to ip. */
export const ipv4Address: ValueType = {
  kind: 'ipv4-address',
  describe: 'an IPv4 address, such as 192.0.2.1',
  check(text) {
    return isOpaque(text) ? undefined : checkDottedQuad(text, firstWord(text));
  },
  explain: (text) => explainRange(text),
  complete: () => [],
};

/** The far end of a tunnel: an address, or `any`. */
export const ipv4Endpoint: ValueType = {
  kind: 'ipv4-endpoint',
  describe: 'an IPv4 address, or any',
  check: (text) => (firstWord(text).text === 'any' ? undefined : ipv4Address.check(text)),
  explain: (text) => explainRange(text),
  complete: () => [{ label: 'any', detail: 'every far end' }],
};

/** The other end of a point-to-point link: an address, optionally with `/prefix`. */
export const ipv4Peer: ValueType = {
  kind: 'ipv4-peer',
  describe: 'an IPv4 address, optionally with a prefix length',
  check(text) {
    if (isOpaque(text)) return undefined;
    const { host } = splitAtSlash(firstWord(text).text);
    return checkDottedQuad(text, host);
  },
  explain: (text) => explainRange(text.split('/', 1)[0] ?? ''),
  complete: () => [],
};

/** What the address is good for, when it is a special one. */
function explainRange(text: string): string | undefined {
  const range = parseIpv4(text) === undefined ? undefined : describeRange(text);
  return range && `\`${text}\`: ${range}`;
}

import { parseCInteger } from './c-number.ts';
import { formatIpv4, maskOfPrefix, parseIpv4, parseIpv4AsIp, prefixOfMask } from './ipv4.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueType } from './value-type.ts';
import { firstWord } from './words.ts';

/**
 * The prefix length that ip reads (lib/utils.c, get_netmask): a number of bits up to `longest`, or a dotted netmask, in
 * IPv6 too. `undefined` where ip refuses it.
 */
export function prefixAsIp(text: string, longest: 32 | 128): number | undefined {
  const bits = parseCInteger(text);
  if (bits !== undefined) return bits >= 0 && bits <= longest ? bits : undefined;
  const mask = parseIpv4AsIp(text);
  return mask === undefined ? undefined : prefixOfMask(mask);
}

/** The prefix length that an IPv4 netmask stands for: a number of bits or a dotted mask; `undefined` where ip refuses it. */
export function parseIpv4Netmask(text: string): number | undefined {
  return prefixAsIp(text, 32);
}

const usualMasks: readonly ValueCandidate[] = [8, 16, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32].map((prefix) => ({
  label: formatIpv4(maskOfPrefix(prefix)),
  detail: `/${prefix}`,
}));

/** A netmask of IPv4: dotted, or a number of bits. */
export const ipv4Netmask: ValueType = {
  kind: 'ipv4-netmask',
  describe: 'a netmask such as 255.255.255.0, or its number of bits',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text)) return undefined;
    const prefix = parseIpv4Netmask(word.text);
    if (prefix === undefined) {
      return problemIn(text, 'fails', `"${word.text}" is no netmask; ip refuses the address with it.`, word.span);
    }
    if (/^\d+$/.test(word.text) ? Number(word.text) === prefix : parseIpv4(word.text) !== undefined) return undefined;
    return problemIn(text, 'misread', `ip reads "${word.text}" as /${prefix}.`, word.span);
  },
  explain(text) {
    const prefix = parseIpv4Netmask(text);
    if (prefix === undefined) return undefined;
    return `\`${formatIpv4(maskOfPrefix(prefix))}\` is the prefix length \`/${prefix}\``;
  },
  complete: () => usualMasks,
};

/** A prefix length of IPv6 in an option of its own. */
export const ipv6PrefixLength: ValueType = {
  kind: 'ipv6-prefix-length',
  describe: 'a prefix length from 0 to 128, usually 64',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text)) return undefined;
    const bits = prefixAsIp(word.text, 128);
    if (bits !== undefined) {
      if (bits === Number(word.text)) return undefined;
      return problemIn(text, 'misread', `ip reads "${word.text}" as /${bits}.`, word.span);
    }
    return problemIn(
      text,
      'fails',
      `"${word.text}" is no prefix length from 0 to 128; ip refuses the address.`,
      word.span,
    );
  },
  explain: () => undefined,
  complete: () => [{ label: '64', detail: 'the usual size of a network' }],
};

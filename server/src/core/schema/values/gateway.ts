import { checkDottedQuad, ipv4Address } from './ipv4-address.ts';
import { parseIpv6 } from './ipv6.ts';
import { checkIpv6, ipv6Address } from './ipv6-address.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueProblem, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { firstWord } from './words.ts';

/** What ip says to a router's address with a prefix length behind it. */
function checkSlash(text: string, word: Word): ValueProblem | undefined {
  if (!word.text.includes('/')) return undefined;
  return problemIn(text, 'fails', `A gateway takes no prefix length; ip refuses "${word.text}".`, word.span);
}

/** `via inet6 …` and `via inet …` name the router's family first; then the word itself is no address. */
function namesFamily(word: Word): boolean {
  return word.text === 'inet' || word.text === 'inet6';
}

/** The router of the IPv4 default route. */
export const ipv4Gateway: ValueType = {
  kind: 'ipv4-gateway',
  describe: 'the IPv4 address of a router',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text) || namesFamily(word)) return undefined;
    if (parseIpv6(word.text)) {
      const message = `${word.text} is an IPv6 address; ip adds the default route for IPv6, and there is none for IPv4.`;
      return problemIn(text, 'misread', message, word.span);
    }
    return checkSlash(text, word) ?? checkDottedQuad(text, word);
  },
  explain: (text) => ipv4Address.explain(text),
  complete: () => [],
};

/** The router of the IPv6 default route; a link-local address is fine, since the interface is named in the route. */
export const ipv6Gateway: ValueType = {
  kind: 'ipv6-gateway',
  describe: 'the IPv6 address of a router',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text) || namesFamily(word)) return undefined;
    return checkSlash(text, word) ?? checkIpv6(text, word);
  },
  explain: (text) => ipv6Address.explain(text),
  complete: () => [],
};

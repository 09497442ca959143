import { checkDottedQuad } from './ipv4-address.ts';
import { isOpaque } from './opaque.ts';
import type { ValueType } from './value-type.ts';
import { firstWord } from './words.ts';

/** A broadcast address, or how to compute it: `+` sets all host bits, `-` clears them. */
export const broadcastAddress: ValueType = {
  kind: 'broadcast-address',
  describe: 'a broadcast address, + or -',
  check(text) {
    const word = firstWord(text);
    if (isOpaque(text) || word.text === '+' || word.text === '-') return undefined;
    return checkDottedQuad(text, word);
  },
  explain(text) {
    if (text === '+') return 'The last address of the network, all host bits set';
    return text === '-' ? 'The first address of the network, all host bits clear' : undefined;
  },
  complete: () => [
    { label: '+', detail: 'the last address of the network (default)' },
    { label: '-', detail: 'the first address of the network' },
  ],
};

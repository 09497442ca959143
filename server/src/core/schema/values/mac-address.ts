import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueProblem, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { firstWord } from './words.ts';

/** The hardware classes that old files write before the address; ifupdown drops them (archcommon.c, cleanup_hwaddress). */
const hardwareClass = /^(?:ether|ax25|arcnet|netrom) +/i;

/** The bytes of a hardware address as ip reads it: hexadecimal numbers between colons. `undefined` where ip refuses it. */
export function parseMacAddress(text: string): readonly number[] | undefined {
  const parts = text.split(':');
  const bytes = parts.map((part) => Number.parseInt(part, 16));
  return bytes.every((byte) => byte >= 0 && byte <= 255) ? bytes : undefined;
}

/** Ethernet has 6 bytes, InfiniBand 20; both may be meant. */
const possibleLengths: readonly number[] = [6, 20];

function checkMacAddress(text: string, word: Word): ValueProblem | undefined {
  const bytes = parseMacAddress(word.text);
  if (!bytes) return problemIn(text, 'fails', `"${word.text}" is no hardware address; ip refuses it.`, word.span);
  if (!possibleLengths.includes(bytes.length)) {
    const message = `"${word.text}" has ${bytes.length} byte${bytes.length === 1 ? '' : 's'} between colons, an Ethernet address has 6; ip refuses it.`;
    return problemIn(text, 'fails', message, word.span);
  }
  if (bytes.length === 20) return undefined;
  if (((bytes[0] ?? 0) & 1) === 1) {
    return problemIn(
      text,
      'fails',
      `${word.text} is a multicast address (its first byte is odd); the kernel refuses it.`,
      word.span,
    );
  }
  if (bytes.every((byte) => byte === 0)) {
    return problemIn(text, 'fails', 'The kernel refuses an address of zeros only.', word.span);
  }
  return undefined;
}

/** A hardware address, or `random` for a new one at each ifup. */
export const macAddressOrRandom: ValueType = {
  kind: 'mac-address-or-random',
  describe: 'a MAC address such as 00:16:3e:12:34:56, or random',
  check(text) {
    if (isOpaque(text) || text === 'random') return undefined;
    const skipped = hardwareClass.exec(text)?.[0].length ?? 0;
    const word = firstWord(text.slice(skipped));
    const span = { start: word.span.start + skipped, end: word.span.end + skipped };
    if (/^random$/i.test(word.text)) {
      return problemIn(text, 'fails', 'ifupdown knows `random` only alone and in lower case; ip refuses this.', span);
    }
    return checkMacAddress(text, { text: word.text, span });
  },
  explain: explainMacAddress,
  complete: () => [{ label: 'random', detail: 'a new address at each ifup' }],
};

/** A hardware address alone. */
export const macAddress: ValueType = {
  kind: 'mac-address',
  describe: 'a MAC address such as 00:16:3e:12:34:56',
  check(text) {
    return isOpaque(text) ? undefined : checkMacAddress(text, firstWord(text));
  },
  explain: explainMacAddress,
  complete: () => [],
};

/** Who gave the address, where that can be seen. */
export function explainMacAddress(text: string): string | undefined {
  if (text === 'random') return 'A new locally administered address at each `ifup`';
  const bytes = parseMacAddress(text.replace(hardwareClass, ''));
  if (bytes?.length !== 6) return undefined;
  const [first = 0, second, third] = bytes;
  if (first === 0x00 && second === 0x16 && third === 0x3e)
    return 'From the range that Xen gives to its guests (00:16:3e)';
  return (first & 2) === 2 ? 'Locally administered, not given by a manufacturer' : undefined;
}

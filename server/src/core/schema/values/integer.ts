import { parseCInteger } from './c-number.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueEffect, ValueType } from './value-type.ts';
import { firstWord } from './words.ts';

/** What an integer option takes. */
export interface IntegerRange {
  /** A short phrase for the number, such as `a route metric`. */
  readonly describe: string;
  readonly minimum: number;
  /** `undefined` when nothing but the device sets a limit. */
  readonly maximum?: number;
  /** What a word that is no such number leads to. */
  readonly effect: ValueEffect;
  /** What the reader does with such a word, as the end of a sentence: `ip refuses it`. */
  readonly consequence: string;
  /** Words that stand for a number. */
  readonly words?: readonly string[];
  readonly candidates?: readonly ValueCandidate[];
  /** What the number means, as a sentence or several; the candidates' details come after it. */
  readonly explain?: (value: number) => string | undefined;
  /** How the reader takes the word; without it, the whole word must be the number. */
  readonly read?: (word: string) => number | undefined;
}

/** A whole number, decimal, octal (`010`) or hexadecimal (`0x10`), as C programs read it. Only the first word counts. */
export function integer(range: IntegerRange): ValueType {
  const limits = range.maximum === undefined ? `from ${range.minimum}` : `from ${range.minimum} to ${range.maximum}`;
  return {
    kind: 'integer',
    describe: `${range.describe}, a whole number ${limits}`,
    check(text) {
      const word = firstWord(text);
      if (isOpaque(text) || range.words?.includes(word.text)) return undefined;
      const value = (range.read ?? parseCInteger)(word.text);
      if (value !== undefined && value >= range.minimum && value <= (range.maximum ?? Number.POSITIVE_INFINITY))
        return undefined;
      const message = `"${word.text}" is no whole number ${limits}; ${range.consequence}.`;
      return problemIn(text, range.effect, message, word.span);
    },
    explain(text) {
      const value = (range.read ?? parseCInteger)(firstWord(text).text);
      const explained = value === undefined ? undefined : range.explain?.(value);
      return explained ?? range.candidates?.find((candidate) => candidate.label === text)?.detail;
    },
    complete: () => range.candidates ?? [],
  };
}

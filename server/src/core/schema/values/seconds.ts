import { isDecimal } from './c-number.ts';
import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueEffect, ValueType } from './value-type.ts';
import { firstWord } from './words.ts';

/** How strictly a reader takes its seconds. */
export interface SecondsOptions {
  readonly effect: ValueEffect;
  /** What the reader does with a word that is no number, as the end of a sentence. */
  readonly consequence: string;
  readonly candidates?: readonly ValueCandidate[];
}

/** A time in seconds that may have a fraction. Only the first word counts. */
export function fractionalSeconds(options: SecondsOptions): ValueType {
  return {
    kind: 'seconds',
    describe: 'a time in seconds, a fraction is allowed',
    check(text) {
      const word = firstWord(text);
      if (isTemplate(text) || isDecimal(word.text)) return undefined;
      return problemIn(
        text,
        options.effect,
        `"${word.text}" is no number of seconds; ${options.consequence}.`,
        word.span,
      );
    },
    explain: () => undefined,
    complete: () => options.candidates ?? [],
  };
}

/** A time in whole seconds. */
export function wholeSeconds(options: SecondsOptions): ValueType {
  return {
    kind: 'whole-seconds',
    describe: 'a time in whole seconds, no fraction',
    check(text) {
      if (isTemplate(text) || /^\d+$/.test(text)) return undefined;
      return problemIn(text, options.effect, `"${text}" is no whole number of seconds; ${options.consequence}.`);
    },
    explain: () => undefined,
    complete: () => options.candidates ?? [],
  };
}

import { parseCInteger, scanDecimal } from './c-number.ts';
import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueEffect, ValueProblem, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { firstWord } from './words.ts';

/** How strictly a reader takes its seconds. */
export interface SecondsOptions {
  readonly effect: ValueEffect;
  /** What the reader does with a word that is no number, as the end of a sentence. */
  readonly consequence: string;
  readonly candidates?: readonly ValueCandidate[];
  /** The smallest and the largest time that is taken; any when absent. */
  readonly limits?: readonly [minimum: number, maximum: number];
}

/** A time in seconds that may have a fraction. Only the first word counts. */
export function fractionalSeconds(options: SecondsOptions): ValueType {
  return {
    kind: 'seconds',
    describe: `a time in seconds${options.limits ? ` from ${options.limits[0]} to ${options.limits[1]}` : ''}, a fraction is allowed`,
    check(text) {
      const word = firstWord(text);
      if (isTemplate(text)) return undefined;
      const seconds = scanDecimal(word.text);
      if (seconds !== undefined) return checkLimits(text, word, seconds, options.limits);
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

function checkLimits(
  text: string,
  word: Word,
  seconds: number,
  limits: SecondsOptions['limits'],
): ValueProblem | undefined {
  if (!limits || (seconds >= limits[0] && seconds <= limits[1])) return undefined;
  const message = `${word.text} is not from ${limits[0]} to ${limits[1]} seconds; the kernel does not take it.`;
  return problemIn(text, 'dropped', message, word.span);
}

/** A time in whole seconds, the value's only word; dash takes octal and hexadecimal numbers too. */
export function wholeSeconds(options: SecondsOptions): ValueType {
  return {
    kind: 'whole-seconds',
    describe: 'a time in whole seconds, no fraction',
    check(text) {
      if (isTemplate(text) || parseCInteger(text) !== undefined) return undefined;
      return problemIn(text, options.effect, `"${text}" is no whole number of seconds; ${options.consequence}.`);
    },
    explain: () => undefined,
    complete: () => options.candidates ?? [],
  };
}

import { inlineCode } from '../../text/markdown.ts';
import { readXlNumber } from './c-number.ts';
import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueEffect, ValueType } from './value-type.ts';

/** How xl compares a string with the values it knows. */
export interface XlChoiceOptions {
  readonly kind?: string;
  /** A short phrase; without one the values are listed. */
  readonly describe?: string;
  readonly candidates: readonly ValueCandidate[];
  /** More values that xl takes but that are not worth offering. */
  readonly alsoAccepted?: readonly string[];
  /** What any other string leads to; `undefined` when others go too. */
  readonly otherwise?: { readonly effect: ValueEffect; readonly consequence: string };
  readonly ignoresCase?: boolean;
  /** Numbers that go too, with their limits if there are any. */
  readonly numbers?: { readonly minimum?: number; readonly maximum?: number };
  /** Whether the beginning of a value stands for it: strncmp over the length of what is written. */
  readonly matchesPrefix?: boolean;
}

/** One of a few strings. Unlike in other languages, blanks count: xl compares the whole string. */
export function xlChoice(options: XlChoiceOptions): ValueType {
  const labels = options.candidates.map((candidate) => candidate.label);
  const accepted = [...labels, ...(options.alsoAccepted ?? [])];
  const find = (text: string) => findChoice(accepted, text, options);
  return {
    kind: options.kind ?? 'xl-choice',
    describe: options.describe ?? alternatives(labels),
    check(text) {
      if (options.otherwise === undefined || isTemplate(text) || find(text) !== undefined) return undefined;
      if (options.numbers && isNumberWithin(text, options.numbers)) return undefined;
      const message = `"${text}" is not ${alternatives(labels)}; ${options.otherwise.consequence}.`;
      const { effect, consequence } = options.otherwise;
      const choice = { takes: alternatives(labels.map(inlineCode)), consequence };
      return { ...problemIn(text, effect, message), choice };
    },
    explain(text) {
      const found = find(text);
      return options.candidates.find((candidate) => candidate.label === found)?.detail;
    },
    complete: () => options.candidates,
  };
}

/** Which of the values xl takes the text for; `undefined` when for none. */
export function findChoice(
  values: readonly string[],
  text: string,
  how: { readonly ignoresCase?: boolean; readonly matchesPrefix?: boolean },
): string | undefined {
  const written = how.ignoresCase ? text.toLowerCase() : text;
  const same = (value: string) => (how.ignoresCase ? value.toLowerCase() : value) === written;
  return values.find((value) => same(value) || (how.matchesPrefix === true && value.startsWith(text)));
}

function isNumberWithin(text: string, limits: { readonly minimum?: number; readonly maximum?: number }): boolean {
  const value = readXlNumber(text);
  if (value === undefined) return false;
  return value >= (limits.minimum ?? Number.NEGATIVE_INFINITY) && value <= (limits.maximum ?? Number.POSITIVE_INFINITY);
}

/** `a`, `a or b`, `a, b or c`; of many, the first ones. */
function alternatives(words: readonly string[]): string {
  const shown = words.length > 8 ? [...words.slice(0, 7), 'another known value'] : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

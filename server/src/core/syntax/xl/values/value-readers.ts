import type { Atom } from '../atom.ts';
import type { ValueReader } from './key-values.ts';
import type { SpecEffect, SpecProblem } from './spec.ts';
import { splitAtom } from './split.ts';

/** What can be wrong with a number. */
export type NumberProblemKind =
  /** What stands there does not begin with a number; xl takes it for 0, or exits where it looks. */
  | 'not-a-number'
  /** Something stands behind the number, which xl does not look at: `4k` is 4, and `0x10` is 0 where it reads decimal only. */
  | 'text-behind-number';

/** What can be wrong with a number that may be octal. */
export type AnyBaseProblemKind =
  | NumberProblemKind
  /** A leading zero makes the number octal: `010` is 8. */
  | 'octal-number';

/** What can be wrong with a word that is one of a few. */
export type WordProblemKind =
  /** None of the words that may stand there. */
  'unknown-value';

/** Any text goes. */
export const anyText: ValueReader<never> = () => undefined;

/** A number as atoi() reads it: decimal, what stands behind it is not looked at, and no number is 0. */
export const decimal = (value: Atom): SpecProblem<NumberProblemKind> | undefined => numberProblem(value, decimalShape);

/** A number as strtoul(…, 0) reads it: decimal, `0x` hexadecimal, `0` octal; what stands behind is not looked at. */
export const anyBase = (value: Atom): SpecProblem<AnyBaseProblemKind> | undefined => {
  const octal = /^[ \t\n\v\f\r]*[+-]?0[0-7]+[ \t\n\v\f\r]*$/.exec(value.text);
  // 00 to 07 are the same in both.
  if (octal !== null && !/^[ \t\n\v\f\r]*[+-]?0+[0-7]?[ \t\n\v\f\r]*$/.test(value.text)) {
    return { kind: 'octal-number', span: value.span, effect: 'misread' };
  }
  return numberProblem(value, anyBaseShape);
};

/** A number as xl's parse_ulong() reads it: decimal, and refused where there is none. */
export const strictDecimal = (value: Atom): SpecProblem<NumberProblemKind> | undefined => {
  const problem = numberProblem(value, decimalShape);
  return problem?.kind === 'not-a-number' ? { ...problem, effect: 'refused' } : problem;
};

const decimalShape = /^[ \t\n\v\f\r]*[+-]?[0-9]+(.*)$/s;
const anyBaseShape = /^[ \t\n\v\f\r]*[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)(.*)$/s;

/** @param shape matches the number; its group, what stands behind it */
function numberProblem(value: Atom, shape: RegExp): SpecProblem<NumberProblemKind> | undefined {
  const rest = shape.exec(value.text)?.[1];
  if (rest === undefined) return { kind: 'not-a-number', span: value.span, effect: 'misread' };
  const isBlank = /^[ \t\n\v\f\r]*$/.test(rest);
  return isBlank ? undefined : { kind: 'text-behind-number', span: value.span, effect: 'misread' };
}

/** One of a few words, in the case in which they are given. */
export function oneOf(words: readonly string[], effect: SpecEffect = 'refused'): ValueReader<WordProblemKind> {
  return (value) => (words.includes(value.text) ? undefined : { kind: 'unknown-value', span: value.span, effect });
}

/** One of a few words as libxl's generated readers take them: upper and lower case are the same. */
export function oneOfAnyCase(words: readonly string[]): ValueReader<WordProblemKind> {
  const known = words.map(asciiLower);
  return (value) =>
    known.includes(asciiLower(value.text)) ? undefined : { kind: 'unknown-value', span: value.span, effect: 'refused' };
}

/** Lower case as strcasecmp() has it in the C locale: ASCII letters alone. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What can be wrong with a list inside a value, besides what can be wrong with its items. */
export type ListProblemKind =
  /** Nothing between the separators; xl crashes. */
  'empty-list';

/** A list inside a value: what is wrong with each of its items. */
export function listOf<Kind extends string>(
  separator: string,
  reader: ValueReader<Kind>,
): ValueReader<Kind | ListProblemKind> {
  return (value) => {
    const items = splitAtom(value, separator);
    if (items.length === 0) return { kind: 'empty-list', span: value.span, effect: 'refused' };
    return items.flatMap(({ atom }) => reader(atom) ?? []);
  };
}

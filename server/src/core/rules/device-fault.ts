/** What the rules on strings of devices have in common: the faults that reading them found, and how to mend a part of one. */
import { computeOnce } from '../model/compute-once.ts';
import type { SpecUse, XlConfig } from '../model/xl/config.ts';
import { vifsOf } from '../model/xl/devices.ts';
import { readSettings } from '../model/xl/read-settings.ts';
import type { SwallowedParameter } from '../model/xl/swallowed-parameters.ts';
import { swallowingFields } from '../model/xl/swallowed-parameters.ts';
import type { SpecName } from '../schema/xl/key-doc.ts';
import { indexIn, spanIn } from '../syntax/xl/atom.ts';
import type { SpecEffect, SpecField, SpecProblem } from '../syntax/xl/values/spec.ts';
import { nearest } from '../text/edit-distance.ts';
import { enumerate, inlineCode } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Report, Safety } from './rule.ts';
import { placeIn } from './xl-refusal.ts';

/** A fault that the reading of a device's string found. */
export interface DeviceFault<Kind extends string = string> {
  readonly config: XlConfig;
  readonly use: SpecUse;
  readonly kind: Kind;
  readonly effect: SpecEffect;
  readonly span: Span;
  /** What stands there, as written. */
  readonly text: string;
}

/** What is said about a fault: all of a report but its place. */
export type FaultReport = Omit<Report, 'location' | 'refuses'>;

/** What is said about each kind of fault in a language; it looks at one that is of that kind. */
export type FaultTable<Kind extends string> = Readonly<Record<Kind, (fault: DeviceFault) => FaultReport>>;

/** The faults in all strings of these languages that xl of the series reads for such a guest, in the order of the text. */
export function faultsIn(config: XlConfig, ...languages: readonly SpecName[]): readonly DeviceFault[] {
  return allFaultsIn(config).filter(({ use }) => languages.includes(use.language));
}

const allFaultsIn = computeOnce((config: XlConfig): readonly DeviceFault[] => {
  const faulty = config.specs.filter(({ spec }) => spec.problems.length > 0);
  if (faulty.length === 0) return [];
  const read = new Set(readSettings(config).map(({ key }) => key));
  return faulty
    .filter(({ key }) => read.has(key))
    .flatMap((use) => use.spec.problems.map((problem) => faultOf(config, use, problem)));
});

/** A problem with where it is. */
export function faultOf(config: XlConfig, use: SpecUse, problem: SpecProblem): DeviceFault {
  const { start, end } = problem.span;
  return { config, use, ...problem, text: config.tree.text.slice(start, end) };
}

/** A fault with what is said about it, as a rule yields it. */
export function reportOf({ config, span, effect }: DeviceFault, report: FaultReport): Report {
  return { location: placeIn(config, span), refuses: effect === 'refused', ...report };
}

/** A fix that writes something else in a place of the file. */
export function replacing({ file }: XlConfig, span: Span, text: string, safety: Safety = 'unsafe'): Fix {
  const title = text === '' ? 'Remove it' : `Write ${inlineCode(text)}`;
  return { title, safety, edits: [{ file, span, text }] };
}

/** Fixes that write what may be meant by a word: those of `words` that are hardly spelt otherwise. */
export function respellings(fault: DeviceFault, words: readonly string[], word = fault.text): readonly Fix[] {
  return meantBy(word, words).map((meant) => replacing(fault.config, fault.span, meant));
}

/** The words that may be meant by one that is none of them: those that differ from it least, in at most two letters. */
export function meantBy(word: string, words: readonly string[]): readonly string[] {
  const plain = word.trim().toLowerCase();
  if (words.includes(plain)) return plain === word ? [] : [plain];
  return nearest(plain, words, plain.length < 4 ? 1 : 2);
}

/** Words as code, joined by "or". */
export function oneOfThese(words: readonly string[]): string {
  return enumerate(words.map(inlineCode), 'or');
}

/** The field of a fault: the one inside which it is. */
export function fieldAt({ use, span }: Pick<DeviceFault, 'use' | 'span'>): SpecField | undefined {
  const { fields } = use.spec;
  let [low, high] = [0, fields.length];
  // They are in the order of the text, and there may be many.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const field = fields[low - 1];
  return field !== undefined && span.end <= field.span.end ? field : undefined;
}

/** A fix that takes a part out of a string, with the comma behind it, or else before it. */
export function removing({ config, use }: DeviceFault, part: Span, title: string, safety: Safety): Fix {
  return removingFrom(config, use, part, title, safety);
}

/** A fix that takes a part out of a device's string, with the comma behind it, or else before it. */
export function removingFrom(config: XlConfig, use: SpecUse, part: Span, title: string, safety: Safety): Fix {
  return { title, safety, edits: [{ file: config.file, span: partSpan(use, part), text: '' }] };
}

function partSpan({ value: { atom } }: SpecUse, part: Span): Span {
  const { text } = atom;
  const [start, end] = [indexIn(atom, part.start), indexIn(atom, part.end)];
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end));
  if (behind !== null) return spanIn(atom, start, end + behind[0].length);
  const before = /,[ \t]*$/.exec(text.slice(0, start));
  return spanIn(atom, start - (before?.[0].length ?? 0), end);
}

/**
 * A report for each field of a vif with such a separator, at its first one.
 *
 * @param message what is said, with the first name in it, the field's own, and what is lost
 */
export function* wrongSeparators(
  config: XlConfig,
  separator: SwallowedParameter['separator'],
  message: (first: string, field: string, lost: string) => string,
): Iterable<Report> {
  for (const { field, swallowed } of vifsOf(config).flatMap(swallowingFields)) {
    const found = swallowed.filter((one) => one.separator === separator);
    const [first] = found;
    if (first === undefined) continue;
    const names = enumerate(found.map(({ name }) => inlineCode(name)));
    const lost = `${names} ${found.length === 1 ? 'is' : 'are'} not set`;
    yield {
      location: placeIn(config, first.span),
      message: message(inlineCode(first.name), inlineCode(field.name.trim()), lost),
      fixes: [
        {
          title: found.length === 1 ? 'Write a comma' : 'Write commas',
          // The parameters that xl then reads may put the guest elsewhere.
          safety: 'unsafe',
          edits: found.map(({ span }) => ({ file: config.file, span, text: separator === 'blank' ? ', ' : ',' })),
        },
      ],
    };
  }
}

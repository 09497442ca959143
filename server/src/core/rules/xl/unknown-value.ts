import type { XlConfig } from '../../model/xl/config.ts';
import type { ReadSetting } from '../../model/xl/read-settings.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { valuesMeant } from '../../model/xl/value-spelling.ts';
import { stringOf } from '../../model/xl/values.ts';
import type { ValueProblem, ValueType } from '../../schema/values/value-type.ts';
import { findChoice } from '../../schema/values/xl-choice.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import { compareVersions, hasSince } from '../../schema/xl/xen-version.ts';
import type { Value } from '../../syntax/xl/ast.ts';
import { spanIn } from '../../syntax/xl/atom.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

/** Keys about whose values rules of their own speak. */
const others: ReadonlySet<string> = new Set(['type', 'builder', 'uuid', 'firmware']);

export const unknownValue: XlRule = {
  name: 'unknown-value',
  group: 'xl',
  severity: 'error',
  summary: 'A word is none of those that the key takes.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const setting of readSettings(config)) {
      if (setting.doc.spec !== undefined || others.has(setting.key)) continue;
      const joined = joinedReport(config, setting);
      if (joined !== undefined) yield joined;
      for (const { value, type } of stringsOf(setting)) {
        const report = reportOf(config, setting.doc, value, type);
        if (report !== undefined) yield report;
      }
    }
  },
};

/** Where `+=` is used, the words of all lines are one to xl, and a number is none. */
function joinedReport(config: XlConfig, { doc, effective }: ReadSetting): Report | undefined {
  const text = stringOf(config.settings, doc.name);
  const last = effective.at(-1);
  if (last?.operator !== '+=' || last.value === undefined || text === undefined || doc.shape === 'list')
    return undefined;
  if (doc.onUnknownValue !== 'refused' || doc.value === undefined || doc.single !== undefined) return undefined;
  const isNumber = readNumber(text) !== undefined;
  if (!isNumber && (doc.value.check(text) === undefined || effective.length === 1)) return undefined;
  const what = isNumber
    ? 'a number that is added by `+=` is no number to xl'
    : 'the words joined by `+=` are none that it takes';
  return {
    location: placeIn(config, last.value.span),
    refuses: true,
    message: `\`${doc.name}\`: ${what}. ${afterXlRefusal(config)}`,
  };
}

interface CheckedString {
  readonly value: Exclude<Value, { kind: 'list' | 'unread' }>;
  readonly type: ValueType;
}

/** The strings that xl compares, of a list up to the first entry that is none, where it stops. */
function stringsOf({ doc, effective }: ReadSetting): readonly CheckedString[] {
  if (doc.value === undefined || doc.shape === 'number' || doc.shape === 'boolean') return [];
  const [first, ...more] = effective.map(({ value }) => value);
  const type = doc.value;
  if (first?.kind === 'list' && doc.shape !== 'string') {
    const items = effective.flatMap(({ value }) => (value?.kind === 'list' ? value.items : []));
    const end = items.findIndex((item) => !isString(item));
    return items.slice(0, end < 0 ? undefined : end).flatMap((item) => (isString(item) ? [{ value: item, type }] : []));
  }
  if (first === undefined || !isString(first) || more.length > 0 || doc.shape === 'list') return [];
  return [{ value: first, type: doc.single ?? type }];
}

function isString(value: Value): value is CheckedString['value'] {
  return value.kind === 'string' || value.kind === 'number';
}

function reportOf(config: XlConfig, doc: KeyDoc, value: CheckedString['value'], type: ValueType): Report | undefined {
  const problem = type.check(value.atom.text) ?? otherSeries(config, doc, value.atom.text);
  if (problem === undefined) return undefined;
  const span = spanOf(value, problem);
  const refuses = problem.effect === 'fails' && doc.onUnknownValue === 'refused';
  const rest = refuses ? ` ${afterXlRefusal(config)}` : '';
  return {
    location: placeIn(config, span),
    refuses,
    message: messageOf(doc, value.atom.text, problem, refuses) + rest,
    fixes: fixesFor(config, doc, value, type, span),
  };
}

/** What is wrong; without what xl does where it refuses the value. */
function messageOf(doc: KeyDoc, text: string, { message, span, choice }: ValueProblem, refuses: boolean): string {
  if (choice === undefined) {
    const said = refuses ? message.replace(/(?:;| and) (?:xl )?exits with an error\.$/, '.') : message;
    return `\`${doc.name}\`: ${said}`;
  }
  const written = inlineCode(text.slice(span.start, span.end));
  return `\`${doc.name}\` takes ${choice.takes}, not ${written}${refuses ? '' : `: ${choice.consequence}`}.`;
}

/** The whole string where it is empty. */
function spanOf(value: CheckedString['value'], { span }: ValueProblem): Span {
  const inside = spanIn(value.atom, span.start, span.end);
  return inside.end > inside.start ? inside : value.span;
}

/** What another series knows, and this one not. */
function otherSeries({ xenVersion }: XlConfig, doc: KeyDoc, text: string): ValueProblem | undefined {
  const word = (words: Readonly<Record<string, unknown>> = {}) =>
    findChoice(Object.keys(words), text.replace(/^!/, ''), doc);
  const [newer, older] = [word(doc.valuesSince), word(doc.valuesRemovedIn)];
  const span = { start: 0, end: text.length };
  const since = doc.valuesSince?.[newer ?? ''];
  if (since !== undefined && !hasSince(xenVersion, since)) {
    return {
      span,
      effect: 'fails',
      message: `"${newer}" came with Xen ${since}; xl of Xen ${xenVersion} exits with an error.`,
    };
  }
  const removed = doc.valuesRemovedIn?.[older ?? ''];
  if (removed === undefined || compareVersions(xenVersion, removed) < 0) return undefined;
  return { span, effect: 'fails', message: `"${older}" is gone since Xen ${removed}; xl exits with an error.` };
}

function fixesFor(
  config: XlConfig,
  doc: KeyDoc,
  value: CheckedString['value'],
  type: ValueType,
  span: Span,
): readonly Fix[] {
  const isPart = span.start > value.span.start && value.kind === 'string';
  const written = isPart ? config.tree.text.slice(span.start, span.end) : value.atom.text;
  if ((config.settings.get(doc.name)?.assignments.length ?? 0) > 1) return [];
  const hasEquals = config.tree.text[span.end] === '=';
  const meant = valuesMeant(type, hasEquals ? `${written}=` : written, config.xenVersion, doc)
    // A name of which the text behind `=` is missing.
    .filter(({ word }) => !word.endsWith('=') || hasEquals)
    .map(({ word, isSame }) => ({ word: word.replace(/=$/, ''), isSame }));
  return meant.map(({ word, isSame }) => ({
    title: `Write \`${word}\``,
    safety: isSame ? 'safe' : 'unsafe',
    edits: [replaceIn(config, isPart ? span : value.span, isPart ? word : `"${word}"`)],
  }));
}

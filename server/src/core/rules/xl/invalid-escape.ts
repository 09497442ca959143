import type { XlConfig } from '../../model/xl/config.ts';
import { valuesIn } from '../../model/xl/nested-values.ts';
import type { StringValue, Value } from '../../syntax/xl/ast.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { countBefore, insertIn, replaceIn, textAt } from '../xl-wording.ts';

export const invalidEscape: XlRule = {
  ...xlRefusal,
  name: 'invalid-escape',
  summary: 'A backslash in a string stands before what is no escape: xl refuses the file, or drops it.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'invalid-escape')) {
      yield {
        location,
        message: `xl knows no escape ${inlineCode(textAt(config, location.span))}. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span),
      };
    }
    yield* droppedEscapes(config);
  },
};

/** What xl reads of `\101` is nothing (libxlu_cfg.c, NUMERIC_CHAR), and it goes on. */
function* droppedEscapes(config: XlConfig): Iterable<Report> {
  for (const { atom } of config.tree.root.assignments.flatMap(({ value }) => stringsIn(value))) {
    for (const [index, piece] of atom.pieces.entries()) {
      const start = Math.max(piece.offset - 4, atom.span.start);
      const written = /\\[0-7][ \t\v\f\r+-]*[0-9]{1,3}$/.exec(config.tree.text.slice(start, piece.offset))?.[0];
      if (written === undefined || index === 0 || countBefore(config, piece.offset - written.length, '\\') % 2 === 1)
        continue;
      const span = { start: piece.offset - written.length, end: piece.offset };
      yield {
        location: placeIn(config, span),
        refuses: false,
        message: `xl reads nothing at all for ${inlineCode(written)} and says nothing: it drops letters written as numbers.`,
        fixes: fixesFor(config, span),
      };
    }
  }
}

function stringsIn(value: Value | undefined): readonly StringValue[] {
  return [...valuesIn(value)].filter((one): one is StringValue => one.kind === 'string');
}

function fixesFor(config: XlConfig, span: Span): readonly Fix[] {
  const written = textAt(config, span);
  const double = insertIn(config, span.start, '\\');
  const letter = letterMeant(written);
  const alone = backslashesBeside(config, span);
  if (letter === undefined && alone.length > 1) {
    const edits = alone.map((start) => insertIn(config, start, '\\'));
    return [{ title: 'Double each backslash', safety: 'unsafe', edits }];
  }
  if (letter === undefined) return [{ title: 'Double the backslash', safety: 'safe', edits: [double] }];
  return [
    { title: `Write ${inlineCode(letter)}`, safety: 'unsafe', edits: [replaceIn(config, span, letter)] },
    { title: 'Double the backslash', safety: 'unsafe', edits: [double] },
  ];
}

/**
 * Where the single backslashes of a string are in which one is no escape, if some are escapes of xl's that may not be meant,
 * as in the path of another system; else empty. Those before quotes are left out.
 */
function backslashesBeside(config: XlConfig, { start, end }: Span): readonly number[] {
  const strings = config.tree.root.assignments.flatMap(({ value }) => stringsIn(value));
  const inside = strings.find(({ span }) => span.start <= start && end <= span.end)?.span;
  if (inside === undefined) return [];
  const pairs = [...textAt(config, inside).matchAll(/\\(.)/g)].filter(([, letter = '']) => !/["'\\]/.test(letter));
  if (!pairs.some(([, letter = '']) => /[abfnrtv]/.test(letter))) return [];
  return pairs.map(({ index }) => inside.start + index);
}

/** The letter that a number in Python or C stands for; `undefined` for all else, and for those that one cannot write as they are. */
function letterMeant(written: string): string | undefined {
  const [, hexadecimal, octal] = /^\\(?:x([0-9A-Fa-f]{2})|([0-7]{3}))$/.exec(written) ?? [];
  const code = hexadecimal === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hexadecimal, 16);
  return code > 0x20 && code < 0x7f && !/["'\\]/.test(String.fromCharCode(code))
    ? String.fromCharCode(code)
    : undefined;
}

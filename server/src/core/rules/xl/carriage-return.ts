import type { XlConfig } from '../../model/xl/config.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const carriageReturn: XlRule = {
  ...xlRefusal,
  name: 'carriage-return',
  summary: 'Lines end with CR LF, as on Windows, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    const [first] = problemsIn(config, 'carriage-return');
    if (first === undefined) return;
    const isLineEnd = config.tree.text[first.span.end] === '\n';
    const what = isLineEnd
      ? 'This line ends with CR LF, as on Windows, and to xl a CR is no blank'
      : 'A carriage return (CR) stands here, and to xl it is no blank';
    yield {
      location: first,
      message: `${what}. ${afterXlRefusal(config)}`,
      fixes: [{ title: 'End all lines with LF alone', safety: 'safe', edits: lineEndEdits(config) }],
    };
  },
};

/** A CR inside a string is read as it is, and stays. */
function lineEndEdits(config: XlConfig): readonly TextEdit[] {
  const { text } = config.tree;
  const atLineEnds = [...text.matchAll(/\r+(?=\n)/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const alone = problemsIn(config, 'carriage-return')
    .map(({ span }) => span)
    .filter(({ end }) => /[^\r\n]/.test(text[end] ?? ' ') && text[end] !== undefined);
  return [
    ...atLineEnds.map((span) => replaceIn(config, span, '')),
    ...alone.map((span) => replaceIn(config, span, beginsStatement(text, span.end) ? '\n' : ' ')),
    ...(/\r+$/.exec(text) === null
      ? []
      : [replaceIn(config, { start: text.search(/\r+$/), end: text.length }, text.includes('\n') ? '' : '\n')]),
  ];
}

/** Whether a lone CR before the offset is an old Macintosh's line end. */
function beginsStatement(text: string, offset: number): boolean {
  const rest = text.slice(offset, offset + 200);
  if (/^[ \t]*\+?=/.test(rest)) return false;
  return !text.includes('\n') || /^[ \t]*(?:#|[a-z][._0-9a-z]*[ \t]*\+?=)/.test(rest);
}

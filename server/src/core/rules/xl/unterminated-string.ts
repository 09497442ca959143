import type { XlConfig } from '../../model/xl/config.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, insertIn, replaceIn, textAt } from '../xl-wording.ts';

export const unterminatedString: XlRule = {
  ...xlRefusal,
  name: 'unterminated-string',
  summary: 'A string has no closing quote on its line, for which xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'unterminated-string')) {
      const quote = textAt(config, location.span)[0] ?? '';
      yield {
        location,
        message: `Nothing closes this string: xl wants another \`${quote}\` before the end of the line. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span, quote),
      };
    }
  },
};

function fixesFor(config: XlConfig, span: Span, quote: string): readonly Fix[] {
  const { text } = config.tree;
  const before = text.slice(span.start + 1, span.end).trim() === '' ? assignmentBefore(config, span) : undefined;
  if (before?.value?.kind === 'unread') {
    return [
      {
        title: `Write \`${quote}\` before it`,
        safety: 'safe',
        edits: [insertIn(config, before.value.span.start, quote)],
      },
    ];
  }
  const inner = text.slice(span.start + 1, span.end);
  const said = inner.trimEnd();
  // What stands right before the quote was perhaps meant to be inside a string that it closes.
  if (said === '' || /[^ \t=[,]/.test(text[span.start - 1] ?? ' ') || /\\$/.test(said)) return [];
  const end = span.start + 1 + said.length;
  if (endsWithOtherQuote(said, quote)) {
    const edits = [replaceIn(config, { start: end - 1, end }, quote)];
    return [{ title: `Close it with \`${quote}\``, safety: 'safe', edits }];
  }
  const comment = /[ \t]+#/.exec(said);
  if (comment === null)
    return [{ title: `Write \`${quote}\` behind it`, safety: 'safe', edits: [insertIn(config, end, quote)] }];
  const edits = [insertIn(config, span.start + 1 + comment.index, quote)];
  return [{ title: `Write \`${quote}\` before the comment`, safety: 'unsafe', edits }];
}

/** Whether a text ends with the only quote of another kind in it, those of typography included, which was to close it. */
function endsWithOtherQuote(text: string, quote: string): boolean {
  const last = text.at(-1) ?? '';
  return last !== quote && /["'“”„‘’`´»]/.test(last) && !text.slice(0, -1).includes(last);
}

/** The assignment right behind which a span begins. */
function assignmentBefore(config: XlConfig, { start }: Span): Assignment | undefined {
  const before = assignmentAt(config, { start: start - 1, end: start });
  return before?.span.end === start ? before : undefined;
}

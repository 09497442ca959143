import type { XlConfig } from '../../model/xl/config.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { countBefore, fixByComment, replaceIn, textAt } from '../xl-wording.ts';

export const strayText: XlRule = {
  ...xlRefusal,
  name: 'stray-text',
  summary: 'Something stands where xl wants a setting, a value or a comment; it refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'stray-text')) {
      const said = inlineCode(textAt(config, location.span));
      yield {
        location,
        message: `xl has no place for ${said} here: a line is \`KEY = VALUE\`, a comment begins with \`#\`. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span),
      };
    }
  },
};

function fixesFor(config: XlConfig, span: Span): readonly Fix[] {
  const text = textAt(config, span);
  if (text === '=') {
    const before = countBefore(config, span.start, ' \t');
    const edits = [replaceIn(config, { start: span.start - before, end: span.end }, '')];
    return [{ title: 'Remove the second `=`', safety: 'safe', edits }];
  }
  const slashes = /^\/\/+/.exec(text)?.[0].length;
  if (slashes === undefined) return fixByComment(config, span);
  const edits = [replaceIn(config, { start: span.start, end: span.start + slashes }, '#')];
  return [{ title: 'Write `#` for `//`', safety: 'safe', edits: [...edits, ...newlineAtEnd(config, span)] }];
}

/** To xl a comment ends with a newline. */
function newlineAtEnd(config: XlConfig, { end }: Span) {
  const { text } = config.tree;
  return end === text.length ? [replaceIn(config, { start: end, end }, '\n')] : [];
}

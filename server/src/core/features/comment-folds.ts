import type { Comment } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Fold } from './answers.ts';

const regionStart = /^#[ \t]*region\b/;
const regionEnd = /^#[ \t]*endregion\b/;

/**
 * The folds of a file: what the language gives, blocks of comments, and what stands between `#region` and `#endregion`;
 * what is on one line is left out.
 */
export function foldsWithComments(text: string, comments: readonly Comment[], own: readonly Fold[]): readonly Fold[] {
  return [
    ...own,
    ...commentBlocks(text, comments).map((span): Fold => ({ span, kind: 'comment' })),
    ...regions(comments).map((span): Fold => ({ span, kind: 'region' })),
  ]
    .filter(({ span }) => text.slice(span.start, span.end).includes('\n'))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function commentBlocks(text: string, comments: readonly Comment[]): readonly Span[] {
  const blocks: { start: number; end: number }[] = [];
  for (const { span, text: words } of comments) {
    if (regionStart.test(words) || regionEnd.test(words)) continue;
    const last = blocks.at(-1);
    // Whatever stands between two neighbours is the end of a line and the next one's indentation.
    if (last !== undefined && /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(last.end, span.start))) last.end = span.end;
    else blocks.push({ ...span });
  }
  return blocks;
}

function regions(comments: readonly Comment[]): readonly Span[] {
  const open: Span[] = [];
  return comments.flatMap(({ text, span }) => {
    if (regionStart.test(text)) open.push(span);
    if (!regionEnd.test(text)) return [];
    const start = open.pop();
    return start === undefined ? [] : [{ start: start.start, end: span.end }];
  });
}

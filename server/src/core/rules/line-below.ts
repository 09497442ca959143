import { lineSpanAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/**
 * The line below a comment that stands alone on its line, comments of the same kind between them passed over: several may
 * speak of one line.
 *
 * @param comments the starts of the lines that hold a comment and nothing else
 */
export function lineBelow(comments: ReadonlySet<number>, start: number, text: string): Span {
  let line = lineSpanAt(text, start);
  do line = lineSpanAt(text, line.end);
  while (comments.has(line.start) && line.end < text.length && isIgnoreComment(text, line));
  return line;
}

function isIgnoreComment(text: string, line: Span): boolean {
  return /^[ \t]*#[ \t]*bridgewise-ignore\b/.test(text.slice(line.start, line.end));
}

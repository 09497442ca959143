import type { Directive } from '../model/directives.ts';
import type { XlConfig } from '../model/xl/config.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { lineBelow } from './line-below.ts';

/**
 * The line that the comment ends or, of a comment alone on its line, the one below. The lines of a list are one with the
 * key's only where the comment stands above the key or behind it: inside a list it speaks of an entry.
 */
export function lineForXl({ tree }: XlConfig, { comment }: Directive, text: string): Span {
  const own = lineSpanAt(text, comment.span.start);
  const isAlone = text.slice(own.start, comment.span.start).trim() === '';
  const comments = new Set(
    tree.root.comments
      .map(({ span }) => ({ span, line: lineSpanAt(text, span.start) }))
      .filter(({ span, line }) => text.slice(line.start, span.start).trim() === '')
      .map(({ line }) => line.start),
  );
  const line = isAlone ? lineBelow(comments, comment.span.start, text) : own;
  const begun = tree.root.assignments.filter(({ span }) => line.start <= span.start && span.start < line.end);
  return { start: line.start, end: Math.max(line.end, ...begun.map(({ span }) => span.end)) };
}

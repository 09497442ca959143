import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';

/** A change that makes two physical lines one logical line: the span is replaced by the text. */
export interface Joining {
  readonly span: Span;
  readonly text: string;
}

/**
 * How to join the physical line that holds the offset to the one above it, where somebody meant it to be continued but
 * ifupdown does not: blanks or a carriage return stand behind its backslash, which must be the very last character
 * (config.c, get_line). `undefined` where the line above does not look so.
 */
export function brokenContinuationAbove(text: string, offset: number): Joining | undefined {
  const line = lineSpanAt(text, offset);
  if (line.start === 0) return undefined;
  const above = lineSpanAt(text, line.start - 1);
  const content = text.slice(above.start, above.end).replace(/\n$/, '');
  const blanks = /\\([ \t\v\f\r]+)$/.exec(content)?.[1];
  if (blanks === undefined || /^[ \t\v\f\r]*#/.test(content)) return undefined;
  const end = above.start + content.length;
  if (!blanks.includes('\r')) return { span: { start: end - blanks.length, end }, text: '' };
  // With CR LF line ends no backslash can be the last character.
  const gap = /^[ \t]/.test(text.slice(line.start)) ? '' : ' ';
  return { span: { start: end - blanks.length - 1, end: line.start }, text: gap };
}

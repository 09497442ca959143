import type { Span } from './span.ts';

/** A place by line and UTF-16 column, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin. A line ends at LF, CR LF or a lone CR, as in LSP. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return { starts, length: text.length };
}

/** The line that holds the offset, counted from 0. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

export function positionAt(index: LineIndex, offset: number): Position {
  const line = lineAt(index, offset);
  return { line, character: offset - (index.starts[line] ?? 0) };
}

/** The offset of a position; one behind the end of its line or of the text is drawn back to that end. */
export function offsetAt(index: LineIndex, position: Position): number {
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  const end = index.starts[position.line + 1] ?? index.length;
  return Math.min(start + position.character, end);
}

/** The span of the whole physical line that holds the offset, its line end included. */
export function lineSpanAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  return { start, end: newline < 0 ? text.length : newline + 1 };
}

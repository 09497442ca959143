import type { LineIndex } from '../core/index.ts';
import { positionAt } from '../core/index.ts';

/** A place as the command line tells it: line and UTF-16 column from 1, offset from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Where the lines of a text begin. Only LF ends a line, as for ifupdown, whose messages count so. */
export function lineIndexOf(text: string): LineIndex {
  return { starts: [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)], length: text.length };
}

export function placeAt(lines: LineIndex, offset: number): Place {
  const { line, character } = positionAt(lines, offset);
  return { line: line + 1, column: character + 1, offset };
}

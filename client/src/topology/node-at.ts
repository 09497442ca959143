import type { Position, Range } from 'vscode-languageserver-protocol';
import type { TopologyPlace } from '../../../server/src/lsp/messages.ts';

/**
 * The node of the picture that a cursor means: the one whose place is the smallest that holds it. A cursor at the end of a
 * word is in it.
 *
 * @param uri of the cursor's document, spelt as the places' are
 */
export function nodeAt(places: readonly TopologyPlace[], uri: string, cursor: Position): string | undefined {
  const [first, ...others] = places.filter((place) => place.uri === uri && holds(place.range, cursor));
  if (first === undefined) return undefined;
  return others.reduce((best, place) => (isSmaller(place.range, best.range) ? place : best), first).node;
}

function holds({ start, end }: Range, cursor: Position): boolean {
  return !isBefore(cursor, start) && !isBefore(end, cursor);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Of two ranges around one place. */
function isSmaller(a: Range, b: Range): boolean {
  const lines = linesOf(a) - linesOf(b);
  return lines === 0 ? a.end.character - a.start.character < b.end.character - b.start.character : lines < 0;
}

function linesOf({ start, end }: Range): number {
  return end.line - start.line;
}

import type { Span } from '../../text/span.ts';

/**
 * A text as xl has it after reading: what a string says once its escapes are resolved, or the letters of a number. The
 * languages inside strings are read from atoms, and each span they give is one of the file.
 */
export interface Atom {
  readonly text: string;
  /** Where it stands in the file, quotes left out. */
  readonly span: Span;
  /** Where the text's pieces come from, in their order: each begins at `at` in the text and at `offset` in the file. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
}

/** An atom without escapes that begins at this offset of the file. */
export function plainAtom(text: string, offset = 0): Atom {
  return { text, span: { start: offset, end: offset + text.length }, pieces: [{ at: 0, offset }] };
}

/** Where a part of an atom's text, from `start` up to `end`, stands in the file. It ends behind a last escape, never inside. */
export function spanIn(atom: Atom, start: number, end: number): Span {
  const from = offsetIn(atom, start);
  return { start: from, end: end <= start ? from : endIn(atom, end) };
}

/** The part of an atom from `start` up to `end`, as an atom. */
export function cutAtom(atom: Atom, start: number, end = atom.text.length): Atom {
  const first = { at: 0, offset: offsetIn(atom, start) };
  const later = atom.pieces
    .filter(({ at }) => at > start && at < end)
    .map(({ at, offset }) => ({ at: at - start, offset }));
  return { text: atom.text.slice(start, end), span: spanIn(atom, start, end), pieces: [first, ...later] };
}

/** Where an offset of the file is in the atom's text; the nearest place before it where it stands inside an escape. */
export function indexIn(atom: Atom, offset: number): number {
  const piece = atom.pieces.findLast((candidate) => candidate.offset <= offset);
  if (piece === undefined) return 0;
  const next = atom.pieces[atom.pieces.indexOf(piece) + 1]?.at ?? atom.text.length;
  return Math.min(piece.at + offset - piece.offset, next);
}

/** Where the file goes on behind the text up to `end`. */
function endIn(atom: Atom, end: number): number {
  if (end >= atom.text.length) return atom.span.end;
  return atom.pieces.find(({ at }) => at === end)?.offset ?? offsetIn(atom, end - 1) + 1;
}

function offsetIn(atom: Atom, index: number): number {
  const piece = atom.pieces.findLast(({ at }) => at <= index);
  return piece === undefined ? atom.span.start : piece.offset + index - piece.at;
}

import { applyEdits } from './edits.ts';
import type { Span } from './span.ts';

/** An edit of a text whose file is known. */
export interface PlainEdit {
  readonly span: Span;
  readonly text: string;
}

/** A piece of the original text that is still there, or a new text. */
type Piece = { readonly kept: Span } | { readonly added: string };

/** A text after any number of steps, which still knows what of it was there at the beginning. */
export interface EditedText {
  readonly original: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export function startEditing(original: string): EditedText {
  return { original, text: original, pieces: [{ kept: { start: 0, end: original.length } }] };
}

/** One step: edits that all speak of the present text and do not overlap. */
export function editFurther(edited: EditedText, edits: readonly PlainEdit[]): EditedText {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { span, text } of ordered) {
    pieces.push(...cutPieces(edited.pieces, { start: done, end: span.start }), { added: text });
    done = span.end;
  }
  pieces.push(...cutPieces(edited.pieces, { start: done, end: edited.text.length }));
  return { original: edited.original, text: applyEdits(edited.text, edits), pieces };
}

/** All steps as one: edits that speak of the original text and do not overlap. */
export function editsSoFar({ original, pieces }: EditedText): readonly PlainEdit[] {
  const edits: PlainEdit[] = [];
  let start = 0;
  let text = '';
  const closeAt = (end: number): void => {
    if (start !== end || text !== '') edits.push({ span: { start, end }, text });
    text = '';
  };
  for (const piece of pieces) {
    if ('added' in piece) {
      text += piece.added;
      continue;
    }
    closeAt(piece.kept.start);
    start = piece.kept.end;
  }
  closeAt(original.length);
  return edits;
}

/** What of the pieces stands in a span of the text that they make. */
function cutPieces(pieces: readonly Piece[], span: Span): readonly Piece[] {
  let at = 0;
  return pieces.flatMap((piece): readonly Piece[] => {
    const length = 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
    const from = Math.max(span.start - at, 0);
    const to = Math.min(span.end - at, length);
    at += length;
    if (from >= to) return [];
    if ('added' in piece) return [{ added: piece.added.slice(from, to) }];
    return [{ kept: { start: piece.kept.start + from, end: piece.kept.start + to } }];
  });
}

import type { FileId } from './location.ts';
import type { Span } from './span.ts';

/** Replaces a span of one file; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly file: FileId;
  readonly span: Span;
  readonly text: string;
}

/** The text after the edits, which all speak of the original text and do not overlap. Edits at one place keep their order. */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, 'file'>[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

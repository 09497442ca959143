import type { FileId } from './location.ts';

/** A text and its file's address; what every edit needs to know. */
export interface EditedFile {
  readonly file: FileId;
  readonly text: string;
}

/** The line end that the text uses. */
export function lineEndOf(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}

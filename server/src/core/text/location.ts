import type { Span } from './span.ts';

/** A file's address: a URI in the one spelling that {@link fileId} gives, so that equal files have equal strings. */
export type FileId = string & { readonly brand: 'FileId' };

/** A place in a file. */
export interface Location {
  readonly file: FileId;
  readonly span: Span;
}

import type { FileId, LineIndex, Location, Span } from '../core/index.ts';
import type { CheckedUnit } from './check-files.ts';
import type { Place } from './places.ts';
import { lineIndexOf, placeAt } from './places.ts';

interface CheckedText {
  readonly text: string;
  readonly unit: CheckedUnit;
}

/** The files that were read, by their addresses, and the places in them. */
export interface CheckedTexts {
  /** A file that several hosts read stands for the first of them. */
  readonly files: ReadonlyMap<FileId, CheckedText>;
  readonly placeOf: (file: FileId, offset: number) => Place;
  readonly rangeOf: (file: FileId, span: Span) => { readonly start: Place; readonly end: Place };
  /** The physical line that holds the beginning of the place, without its end; with the offset where it begins. */
  readonly lineOf: (location: Location) => { readonly text: string; readonly offset: number };
}

export function collectTexts(units: readonly CheckedUnit[]): CheckedTexts {
  const files = new Map<FileId, CheckedText>();
  for (const unit of units) {
    for (const { file, text } of unit.files) {
      if (!files.has(file)) files.set(file, { text, unit });
    }
  }
  const indexes = new Map<FileId, LineIndex>();
  const indexOf = (file: FileId): LineIndex => {
    const known = indexes.get(file) ?? lineIndexOf(files.get(file)?.text ?? '');
    indexes.set(file, known);
    return known;
  };
  const placeOf = (file: FileId, offset: number): Place => placeAt(indexOf(file), offset);
  return {
    files,
    placeOf,
    rangeOf: (file, span) => ({ start: placeOf(file, span.start), end: placeOf(file, span.end) }),
    lineOf: ({ file, span }) => {
      const { starts, length } = indexOf(file);
      const { line } = placeOf(file, span.start);
      const offset = starts[line - 1] ?? 0;
      const text = (files.get(file)?.text ?? '').slice(offset, starts[line] ?? length);
      return { text: text.replace(/\r?\n$/, ''), offset };
    },
  };
}

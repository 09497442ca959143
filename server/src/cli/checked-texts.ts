import type { FileId, LineIndex, Location, Span } from '../core/index.ts';
import type { Checked, CheckedUnit } from './check-files.ts';
import type { Place } from './places.ts';
import { lineIndexOf, placeAt } from './places.ts';

interface CheckedText {
  readonly text: string;
  readonly unit: CheckedUnit;
}

/** The files that were checked, by their addresses, and the places in them and in those that findings name besides. */
export interface CheckedTexts {
  /** A file that several hosts read stands for the first of them. */
  readonly files: ReadonlyMap<FileId, CheckedText>;
  readonly placeOf: (file: FileId, offset: number) => Place;
  readonly rangeOf: (file: FileId, span: Span) => { readonly start: Place; readonly end: Place };
  /** The physical line that holds the beginning of the place, without its end; with the offset where it begins. */
  readonly lineOf: (location: Location) => { readonly text: string; readonly offset: number };
}

export function collectTexts({ units, texts }: Pick<Checked, 'units' | 'texts'>): CheckedTexts {
  const files = new Map<FileId, CheckedText>();
  for (const unit of units) {
    for (const { file, text } of unit.files) {
      if (!files.has(file)) files.set(file, { text, unit });
    }
  }
  const indexes = new Map<FileId, LineIndex>();
  const textOf = (file: FileId): string => {
    const text = files.get(file)?.text ?? texts.get(file);
    if (text === undefined) throw new Error(`No text of ${file} is known, so that no place in it can be told.`);
    return text;
  };
  const indexOf = (file: FileId): LineIndex => {
    const known = indexes.get(file) ?? lineIndexOf(textOf(file));
    indexes.set(file, known);
    return known;
  };
  // A file that nothing reads can be named as a whole.
  const placeOf = (file: FileId, offset: number): Place =>
    offset === 0 ? { line: 1, column: 1, offset } : placeAt(indexOf(file), offset);
  return {
    files,
    placeOf,
    rangeOf: (file, span) => ({ start: placeOf(file, span.start), end: placeOf(file, span.end) }),
    lineOf: ({ file, span }) => {
      const { starts, length } = indexOf(file);
      const { line } = placeOf(file, span.start);
      const offset = starts[line - 1] ?? 0;
      const text = textOf(file).slice(offset, starts[line] ?? length);
      return { text: text.replace(/\r?\n$/, ''), offset };
    },
  };
}

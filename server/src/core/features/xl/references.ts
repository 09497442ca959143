import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId, Location } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';

/** Where the thing at the offset is spoken of, in the order of the text. */
export function referencesAt(
  { config }: XlSnapshot,
  file: FileId,
  offset: number,
  withDeclaration: boolean,
): readonly Location[] {
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return [];
  return names
    .filter((name) => isSameName(name, asked) && (withDeclaration || !name.isDefinition))
    .map(({ span }) => ({ file, span }))
    .sort((a, b) => a.span.start - b.span.start);
}

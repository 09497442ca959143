import type { FileId, Location } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';

/** Where the thing at the offset is spoken of. */
export function referencesAt(
  _snapshot: XlSnapshot,
  _file: FileId,
  _offset: number,
  _withDeclaration: boolean,
): readonly Location[] {
  return [];
}

import type { TextEdit } from '../../text/edits.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';

/** The edits that put a file in order; xl reads the same before and after. */
export function formattingOf(_snapshot: XlSnapshot, _file: FileId): readonly TextEdit[] {
  return [];
}

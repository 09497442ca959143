import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Fold } from '../answers.ts';

/** What can be folded. */
export function foldsOf(_snapshot: XlSnapshot, _file: FileId): readonly Fold[] {
  return [];
}

import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { FileLink } from '../answers.ts';

/** The pieces of text that lead to a file. */
export function linksOf(_snapshot: XlSnapshot, _file: FileId): readonly FileLink[] {
  return [];
}

import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { OutlineSymbol } from '../answers.ts';

/** The outline of a file. */
export function symbolsOf(_snapshot: XlSnapshot, _file: FileId): readonly OutlineSymbol[] {
  return [];
}

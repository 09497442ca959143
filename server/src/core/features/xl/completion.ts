import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { CompletionItem } from '../answers.ts';

/** What may be typed at the offset. */
export function completionsAt(_snapshot: XlSnapshot, _file: FileId, _offset: number): readonly CompletionItem[] {
  return [];
}

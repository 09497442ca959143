import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Hover } from '../answers.ts';

/** What stands at the offset and what it means to xl; `undefined` where there is nothing to say. */
export function hoverAt(_snapshot: XlSnapshot, _file: FileId, _offset: number): Hover | undefined {
  return undefined;
}

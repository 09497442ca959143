import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Definition } from '../answers.ts';

/** Where the thing at the offset is given. */
export function definitionAt(_snapshot: XlSnapshot, _file: FileId, _offset: number): Definition | undefined {
  return undefined;
}

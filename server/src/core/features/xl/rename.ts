import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Rename, RenameRefusal, RenameTarget } from '../answers.ts';

/** Whether the thing at the offset has a name that can be changed. */
export function prepareRename(_snapshot: XlSnapshot, _file: FileId, _offset: number): RenameTarget | RenameRefusal {
  return { kind: 'refused', reason: 'There is no name here that can be changed.' };
}

/** The edits that give the thing at the offset another name. */
export function renameAt(
  _snapshot: XlSnapshot,
  _file: FileId,
  _offset: number,
  _newName: string,
): Rename | RenameRefusal {
  return { kind: 'refused', reason: 'There is no name here that can be changed.' };
}

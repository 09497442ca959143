import type { HostModel } from '../model/host.ts';
import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import type { FileId } from '../text/location.ts';

/** One moment of one host: all that a feature may look at. */
export interface Snapshot {
  readonly host: HostModel;
}

/** The tree of a file of the host; `undefined` when the host does not read that file. */
export function treeOf(snapshot: Snapshot, file: FileId): InterfacesTree | undefined {
  return snapshot.host.files.find((candidate) => candidate.file === file)?.tree;
}

import type { HostModel } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import type { Comment, SyntaxTree } from '../syntax/tree.ts';
import type { FileId } from '../text/location.ts';

/** One moment of one host's interfaces files: all that a feature may look at. */
export interface InterfacesSnapshot {
  readonly language: 'interfaces';
  readonly host: HostModel;
}

/** One moment of one file in xl's language. */
export interface XlSnapshot {
  readonly language: 'xl';
  readonly config: XlConfig;
}

export type Snapshot = InterfacesSnapshot | XlSnapshot;

/** The tree of a file; `undefined` when the snapshot does not hold that file. */
export function treeOf(
  snapshot: Snapshot,
  file: FileId,
): SyntaxTree<{ readonly comments: readonly Comment[] }, string> | undefined {
  if (snapshot.language === 'interfaces') return interfacesTreeOf(snapshot, file);
  return snapshot.config.file === file ? snapshot.config.tree : undefined;
}

/** The tree of a file of the host; `undefined` when the host does not read that file. */
export function interfacesTreeOf(snapshot: InterfacesSnapshot, file: FileId): InterfacesTree | undefined {
  return snapshot.host.files.find((candidate) => candidate.file === file)?.tree;
}

/** The file that the others of the snapshot belong to. */
export function mainFileOf(snapshot: Snapshot): FileId {
  return snapshot.language === 'interfaces' ? snapshot.host.main : snapshot.config.file;
}

import type { Dom0 } from '../model/dom0/dom0.ts';
import { dom0OfConfig, dom0OfHost, xlConfigAt } from '../model/dom0/dom0.ts';
import type { HostModel } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import type { Comment, SyntaxTree } from '../syntax/tree.ts';
import type { FileId } from '../text/location.ts';

/** One moment of one host's interfaces files: all that a feature may look at. */
export interface InterfacesSnapshot {
  readonly language: 'interfaces';
  readonly host: HostModel;
  /** The dom0 that they are of, with its domUs. */
  readonly dom0: Dom0;
}

/** One moment of one file in xl's language. */
export interface XlSnapshot {
  readonly language: 'xl';
  readonly config: XlConfig;
  /** The dom0 that it is of, with its network and the other domUs; it holds the file itself too, unless it is of a CPU pool. */
  readonly dom0: Dom0;
}

/** A host's interfaces files; of its domUs no more is known where `dom0` is left out. */
export function interfacesSnapshot(host: HostModel, dom0: Dom0 = dom0OfHost(host)): InterfacesSnapshot {
  return { language: 'interfaces', host, dom0 };
}

/** A file in xl's language; of its dom0 no more is known where that is left out. */
export function xlSnapshot(config: XlConfig, dom0: Dom0 = dom0OfConfig(config)): XlSnapshot {
  return { language: 'xl', config, dom0 };
}

export type Snapshot = InterfacesSnapshot | XlSnapshot;

/** The tree of a file; `undefined` when the snapshot does not hold that file. */
export function treeOf(
  snapshot: Snapshot,
  file: FileId,
): SyntaxTree<{ readonly comments: readonly Comment[] }, string> | undefined {
  if (snapshot.language === 'xl' && snapshot.config.file === file) return snapshot.config.tree;
  const { host } = snapshot.dom0;
  const ofHost = host?.files.find((candidate) => candidate.file === file);
  return ofHost?.tree ?? xlConfigAt(snapshot.dom0, file)?.tree;
}

/** The tree of a file of the host; `undefined` when the host does not read that file. */
export function interfacesTreeOf(snapshot: InterfacesSnapshot, file: FileId): InterfacesTree | undefined {
  return snapshot.host.files.find((candidate) => candidate.file === file)?.tree;
}

/** The file that the others of the snapshot belong to. */
export function mainFileOf(snapshot: Snapshot): FileId {
  return snapshot.language === 'interfaces' ? snapshot.host.main : snapshot.config.file;
}

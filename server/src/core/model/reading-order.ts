import type { InterfacesTree, Statement } from '../syntax/interfaces/ast.ts';
import type { FileId } from '../text/location.ts';
import type { HostFile, Include } from './host.ts';

/** The files of a host and its statements, in the order in which ifupdown reads them. */
export interface Reading {
  readonly files: readonly HostFile[];
  readonly statements: readonly { readonly file: FileId; readonly statement: Statement }[];
}

/** Follows the includes from the main file on. Each file is read once, at its first mention (config.c, already_seen). */
export function readInOrder(
  main: FileId,
  trees: ReadonlyMap<FileId, InterfacesTree>,
  includes: readonly Include[],
): Reading {
  const targets = new Map(includes.map((include) => [include.statement, include.targets]));
  const files: HostFile[] = [];
  const statements: { file: FileId; statement: Statement }[] = [];
  const seen = new Set<FileId>();
  const read = (file: FileId): void => {
    const tree = trees.get(file);
    if (tree === undefined || seen.has(file)) return;
    seen.add(file);
    files.push({ file, tree });
    for (const statement of tree.root.statements) {
      statements.push({ file, statement });
      if (statement.kind !== 'source' && statement.kind !== 'source-directory') continue;
      for (const target of targets.get(statement) ?? []) read(target);
    }
  };
  read(main);
  return { files, statements };
}

import type { FileId, LineIndex, Snapshot } from '../core/index.ts';
import { indexLines, treeOf } from '../core/index.ts';

const known = new WeakMap<object, LineIndex>();
const noLines = indexLines('');

/** Where the lines of a file of the host begin. Of a file that the host does not read, only the beginning is known. */
export function linesOf(snapshot: Snapshot, file: FileId): LineIndex {
  const tree = treeOf(snapshot, file);
  if (tree === undefined) return noLines;
  const lines = known.get(tree) ?? indexLines(tree.text);
  known.set(tree, lines);
  return lines;
}

import type { Position, Range } from 'vscode-languageserver-protocol';
import type { FileId, Snapshot, Span } from '../core/index.ts';
import { offsetAt, treeOf } from '../core/index.ts';
import { linesOf } from './lines.ts';

/** The offset of a position in a file of the host; a position behind the end of its line is that end. */
export function toOffset(snapshot: Snapshot, file: FileId, position: Position): number {
  const text = treeOf(snapshot, file)?.text ?? '';
  const lines = linesOf(snapshot, file);
  const start = lines.starts[position.line] ?? text.length;
  const next = lines.starts[position.line + 1];
  const offset = offsetAt(lines, position);
  if (next === undefined || offset < next - 2) return offset;
  const end = /\r\n?$|\n$/.exec(text.slice(start, next))?.index ?? next - start;
  return Math.min(offset, start + end);
}

export function toSpan(snapshot: Snapshot, file: FileId, range: Range): Span {
  return { start: toOffset(snapshot, file, range.start), end: toOffset(snapshot, file, range.end) };
}

import type { InterfacesTree, Statement } from '../../syntax/interfaces/ast.ts';
import type { Comment } from '../../syntax/tree.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { interfacesTreeOf } from '../../workspace/snapshot.ts';
import type { Fold } from '../answers.ts';

const regionStart = /^#[ \t]*region\b/;
const regionEnd = /^#[ \t]*endregion\b/;

/** Stanzas, continued lines, blocks of comments, and what stands between `#region` and `#endregion`. */
export function foldsOf(snapshot: InterfacesSnapshot, file: FileId): readonly Fold[] {
  const tree = interfacesTreeOf(snapshot, file);
  if (tree === undefined) return [];
  const { statements, comments } = tree.root;
  return [
    ...statements.flatMap(spansIn).map((span): Fold => ({ span, kind: 'lines' })),
    ...commentBlocks(tree).map((span): Fold => ({ span, kind: 'comment' })),
    ...regions(comments).map((span): Fold => ({ span, kind: 'region' })),
  ]
    .filter(({ span }) => tree.text.slice(span.start, span.end).includes('\n'))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function spansIn(statement: Statement): readonly Span[] {
  const lines = statement.kind === 'iface' || statement.kind === 'mapping' ? statement.options : [];
  return [statement.span, ...lines.map((line) => line.span)];
}

function commentBlocks({ text, root }: InterfacesTree): readonly Span[] {
  const blocks: { start: number; end: number }[] = [];
  for (const { span, text: words } of root.comments) {
    if (regionStart.test(words) || regionEnd.test(words)) continue;
    const last = blocks.at(-1);
    // Whatever stands between two neighbours is the end of a line and the next one's indentation.
    if (last !== undefined && /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(last.end, span.start))) last.end = span.end;
    else blocks.push({ ...span });
  }
  return blocks;
}

function regions(comments: readonly Comment[]): readonly Span[] {
  const open: Span[] = [];
  return comments.flatMap(({ text, span }) => {
    if (regionStart.test(text)) open.push(span);
    if (!regionEnd.test(text)) return [];
    const start = open.pop();
    return start === undefined ? [] : [{ start: start.start, end: span.end }];
  });
}

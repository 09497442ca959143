import type { Statement } from '../../syntax/interfaces/ast.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { interfacesTreeOf } from '../../workspace/snapshot.ts';
import type { Fold } from '../answers.ts';
import { foldsWithComments } from '../comment-folds.ts';

/** Stanzas, continued lines, blocks of comments, and what stands between `#region` and `#endregion`. */
export function foldsOf(snapshot: InterfacesSnapshot, file: FileId): readonly Fold[] {
  const tree = interfacesTreeOf(snapshot, file);
  if (tree === undefined) return [];
  const { statements, comments } = tree.root;
  const lines = statements.flatMap(spansIn).map((span): Fold => ({ span, kind: 'lines' }));
  return foldsWithComments(tree.text, comments, lines);
}

function spansIn(statement: Statement): readonly Span[] {
  const lines = statement.kind === 'iface' || statement.kind === 'mapping' ? statement.options : [];
  return [statement.span, ...lines.map((line) => line.span)];
}

import type { Assignment, Value } from '../../syntax/xl/ast.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Fold } from '../answers.ts';
import { foldsWithComments } from '../comment-folds.ts';

/** Lists, blocks of comments, and what stands between `#region` and `#endregion`. */
export function foldsOf({ config }: XlSnapshot, _file: FileId): readonly Fold[] {
  const { text, root } = config.tree;
  const lists = root.assignments.flatMap(spansIn).map((span): Fold => ({ span, kind: 'lines' }));
  return foldsWithComments(text, root.comments, lists);
}

/** The assignment stands for its own list. */
function spansIn({ span, value }: Assignment): readonly Span[] {
  return value?.kind === 'list' ? [span, ...value.items.flatMap(listsIn)] : [];
}

function listsIn(value: Value): readonly Span[] {
  return value.kind === 'list' ? [value.span, ...value.items.flatMap(listsIn)] : [];
}

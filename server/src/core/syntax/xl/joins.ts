import { overlaps } from '../../text/span.ts';
import type { Assignment, XlProblem } from './ast.ts';

/**
 * Each `+=` of a list to a string, or of a string to a list (libxlu_cfg.c, xlu__cfg_concat_vals).
 *
 * @param others what else is wrong with the file; of a value that cannot be read, nothing more is said
 */
export function joinProblems(assignments: readonly Assignment[], others: readonly XlProblem[]): readonly XlProblem[] {
  const problems: XlProblem[] = [];
  const isList = new Map<string, boolean>();
  for (const { key, operator, value } of assignments) {
    if (value === undefined || value.kind === 'unread') {
      isList.delete(key.text);
      continue;
    }
    const before = operator === '+=' ? isList.get(key.text) : undefined;
    const now = value.kind === 'list';
    const isRead = !others.some(({ span }) => overlaps(span, value.span));
    if (before !== undefined && before !== now && isRead)
      problems.push({ kind: 'list-joined-to-string', span: value.span });
    isList.set(key.text, now);
  }
  return problems;
}

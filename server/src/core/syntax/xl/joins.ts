import { overlaps } from '../../text/span.ts';
import type { Assignment, Value, XlProblem } from './ast.ts';

/**
 * Each `+=` of a list to a string, or of a string to a list (libxlu_cfg.c, xlu__cfg_concat_vals).
 *
 * @param others what else is wrong with the file; of a value that cannot be read, nothing more is said
 */
export function joinProblems(assignments: readonly Assignment[], others: readonly XlProblem[]): readonly XlProblem[] {
  const problems: XlProblem[] = [];
  const isList = new Map<string, boolean>();
  for (const [index, { key, operator, value }] of assignments.entries()) {
    if (value === undefined || value.kind === 'unread') {
      isList.delete(key.text);
      continue;
    }
    const before = operator === '+=' ? isList.get(key.text) : undefined;
    const now = value.kind === 'list';
    const isRead = (): boolean => !others.some((other) => isAbout(other, value, assignments[index + 1]));
    if (before !== undefined && before !== now && isRead())
      problems.push({ kind: 'list-joined-to-string', span: value.span });
    isList.set(key.text, now);
  }
  return problems;
}

/** Whether a problem is in a value, or about the bracket that it lacks, which is told where the next assignment begins. */
function isAbout({ kind, span }: XlProblem, value: Value, next: Assignment | undefined): boolean {
  if (overlaps(span, value.span)) return true;
  return (
    kind === 'unclosed-list' && span.start >= value.span.end && next !== undefined && span.start <= next.span.start
  );
}

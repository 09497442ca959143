import type { Assignment, Value, XlProblem } from './ast.ts';

/**
 * Each `+=` of a list to a string, or of a string to a list (libxlu_cfg.c, xlu__cfg_concat_vals).
 *
 * @param others what else is wrong with the file; of a value that cannot be read, nothing more is said
 */
export function joinProblems(assignments: readonly Assignment[], others: readonly XlProblem[]): readonly XlProblem[] {
  const ordered = others.toSorted((a, b) => a.span.start - b.span.start);
  const problems: XlProblem[] = [];
  const isList = new Map<string, boolean>();
  for (const [index, { key, operator, value }] of assignments.entries()) {
    if (value === undefined || value.kind === 'unread') {
      isList.delete(key.text);
      continue;
    }
    const before = operator === '+=' ? isList.get(key.text) : undefined;
    const now = value.kind === 'list';
    const next = assignments[index + 1]?.span.start ?? value.span.end;
    const isRead = (): boolean => !isAbout(firstFrom(ordered, value.span.start), value, next);
    if (before !== undefined && before !== now && isRead())
      problems.push({ kind: 'list-joined-to-string', span: value.span });
    isList.set(key.text, now);
  }
  return problems;
}

/**
 * Whether a problem is in a value, or about the bracket that it lacks, which is told where the next assignment begins.
 *
 * @param problem the first one that begins at the value or behind it
 */
function isAbout(problem: XlProblem | undefined, value: Value, next: number): boolean {
  if (problem === undefined) return false;
  const { start } = problem.span;
  return start <= value.span.end || (problem.kind === 'unclosed-list' && start <= next);
}

/** The first problem that begins at the offset or behind it, by halving. */
function firstFrom(ordered: readonly XlProblem[], offset: number): XlProblem | undefined {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return ordered[low];
}

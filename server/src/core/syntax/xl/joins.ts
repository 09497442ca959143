import type { Assignment, XlProblem } from './ast.ts';

/** Each `+=` of a list to a string, or of a string to a list (libxlu_cfg.c, xlu__cfg_concat_vals). */
export function joinProblems(assignments: readonly Assignment[]): readonly XlProblem[] {
  const problems: XlProblem[] = [];
  const isList = new Map<string, boolean>();
  for (const { key, operator, value } of assignments) {
    if (value === undefined || value.kind === 'unread') {
      isList.delete(key.text);
      continue;
    }
    const before = operator === '+=' ? isList.get(key.text) : undefined;
    const now = value.kind === 'list';
    if (before !== undefined && before !== now) problems.push({ kind: 'list-joined-to-string', span: value.span });
    isList.set(key.text, now);
  }
  return problems;
}

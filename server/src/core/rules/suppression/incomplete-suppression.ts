import type { CommentRule } from '../rule.ts';

export const incompleteSuppression: CommentRule = {
  name: 'incomplete-suppression',
  group: 'suppression',
  severity: 'warning',
  summary: 'A comment that should suppress a rule names no such rule or gives no reason, and has no effect.',
  refuses: false,
  fixes: [],
  // What the other rules find is needed to tell; suppressions.ts reports it when they are done.
  check: () => [],
};

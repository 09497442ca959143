import type { CommentRule } from '../rule.ts';

export const unusedSuppression: CommentRule = {
  name: 'unused-suppression',
  group: 'suppression',
  severity: 'hint',
  summary: 'A comment suppresses a rule that finds nothing there.',
  refuses: false,
  fixes: ['unsafe'],
  // What the other rules find is needed to tell; suppressions.ts reports it when they are done.
  check: () => [],
};

import type { XlConfig } from '../model/xl/config.ts';
import type { Report, XlRule } from './rule.ts';

/**
 * Whether a report counts: not one about the text of a string that is not closed, for where it ends nobody knows, and that it
 * does not is the one fault there.
 */
export function isOutsideBrokenStrings(rule: XlRule, { tree }: XlConfig, { location: { span } }: Report): boolean {
  if (tree.problems.length === 0 || tree.problems.some(({ kind }) => kind === rule.name)) return true;
  return !tree.problems.some(
    ({ kind, span: broken }) => kind === 'unterminated-string' && broken.start <= span.start && span.end <= broken.end,
  );
}

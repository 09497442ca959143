import type { XlConfig } from '../model/xl/config.ts';
import type { Report, XlRule } from './rule.ts';

/**
 * What a rule reports, less what it says about the text of strings that are not closed: where they end nobody knows, and that
 * they do not is the one fault there.
 */
export function outsideBrokenStrings(rule: XlRule, { tree }: XlConfig, reports: Iterable<Report>): readonly Report[] {
  const broken = tree.problems.filter(({ kind }) => kind === 'unterminated-string');
  const isAboutText = tree.problems.some(({ kind }) => kind === rule.name);
  if (broken.length === 0 || isAboutText) return [...reports];
  return Array.from(reports).filter(
    ({ location }) => !broken.some(({ span }) => span.start <= location.span.start && location.span.end <= span.end),
  );
}

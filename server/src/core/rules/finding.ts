import type { Finding, Report, Rule, Severity } from './rule.ts';

/** The severity of each rule that the user set; a rule that is not named keeps its own. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** The finding that a rule's report stands for. `chosen` is the severity that the user set for the rule. */
export function findingOf(rule: Rule, report: Report, chosen: Severity | 'off' | undefined): Finding {
  const severity = chosen === undefined || chosen === 'off' ? (report.severity ?? rule.severity) : chosen;
  return {
    rule: rule.name,
    severity,
    refused: report.refuses ?? rule.refuses,
    location: report.location,
    message: report.message,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    tag: report.tag,
  };
}

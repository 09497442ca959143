import type { HostModel } from '../model/host.ts';
import type { FileId } from '../text/location.ts';
import type { RuleSettings } from './finding.ts';
import { findingOf } from './finding.ts';
import type { Finding, Rule } from './rule.ts';
import { applySuppressions } from './suppressions.ts';

/** Runs the rules over a host. Findings are in the order of their files, places and rules; suppressed ones are left out. */
export function checkHost(host: HostModel, rules: readonly Rule[], settings: RuleSettings): readonly Finding[] {
  const active = rules.filter((rule) => rule.dialects.includes(host.dialect) && settings[rule.name] !== 'off');
  const findings = active.flatMap((rule) =>
    Array.from(rule.check({ host }), (report) => findingOf(rule, report, settings[rule.name])),
  );
  const kept = applySuppressions(host, findings, rules, active, settings);
  const order = new Map(host.files.map(({ file }, index) => [file, index] as const));
  return kept.toSorted((a, b) => compareFindings(a, b, order));
}

function compareFindings(a: Finding, b: Finding, order: ReadonlyMap<FileId, number>): number {
  return (
    (order.get(a.location.file) ?? 0) - (order.get(b.location.file) ?? 0) ||
    a.location.span.start - b.location.span.start ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
  );
}

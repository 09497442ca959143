import type { HostModel } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { FileId } from '../text/location.ts';
import type { RuleSettings } from './finding.ts';
import { findingOf } from './finding.ts';
import type { RandomByte } from './random-mac.ts';
import { macGenerator } from './random-mac.ts';
import type { Finding, Report, Rule } from './rule.ts';
import type { Judged } from './suppressions.ts';
import { applySuppressions } from './suppressions.ts';
import { judgedHost } from './suppressions-of-interfaces.ts';
import { judgedConfig } from './suppressions-of-xl.ts';

/** Runs the rules over a host. Findings are in the order of their files, places and rules; suppressed ones are left out. */
export function checkHost(host: HostModel, rules: readonly Rule[], settings: RuleSettings): readonly Finding[] {
  return judge(judgedHost(host), rules, settings, (rule) => {
    if (rule.group === 'suppression') return rule.check({ directives: host.directives, host });
    return rule.group === 'interfaces' && rule.dialects.includes(host.dialect) ? rule.check({ host }) : undefined;
  });
}

/**
 * Runs the rules over a file in xl's language, as {@link checkHost} does over a host.
 *
 * @param randomByte where new MAC addresses come from
 */
export function checkXlConfig(
  config: XlConfig,
  rules: readonly Rule[],
  settings: RuleSettings,
  randomByte: RandomByte,
): readonly Finding[] {
  const newMac = macGenerator(config.tree.text, randomByte);
  return judge(judgedConfig(config), rules, settings, (rule) => {
    if (rule.group === 'suppression') return rule.check({ directives: config.directives, host: undefined });
    return rule.group === 'xl' && rule.kinds.includes(config.kind) ? rule.check({ config, newMac }) : undefined;
  });
}

/** @param run what a rule reports; `undefined` for one that is not meant for what is judged */
function judge(
  judged: Judged,
  rules: readonly Rule[],
  settings: RuleSettings,
  run: (rule: Rule) => Iterable<Report> | undefined,
): readonly Finding[] {
  const active: Rule[] = [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    const reports = settings[rule.name] === 'off' ? undefined : run(rule);
    if (reports === undefined) continue;
    active.push(rule);
    for (const report of reports) findings.push(findingOf(rule, report, settings[rule.name]));
  }
  const kept = applySuppressions(judged, findings, rules, active, settings);
  const order = new Map(judged.files.map(({ file }, index) => [file, index] as const));
  return kept.toSorted((a, b) => compareFindings(a, b, order));
}

function compareFindings(a: Finding, b: Finding, order: ReadonlyMap<FileId, number>): number {
  return (
    (order.get(a.location.file) ?? 0) - (order.get(b.location.file) ?? 0) ||
    a.location.span.start - b.location.span.start ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
  );
}

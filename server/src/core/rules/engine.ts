import type { Dom0 } from '../model/dom0/dom0.ts';
import { dom0OfConfig, dom0OfHost, xlConfigsOf } from '../model/dom0/dom0.ts';
import type { HostModel } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { FileId } from '../text/location.ts';
import type { RuleSettings } from './finding.ts';
import { findingOf } from './finding.ts';
import { judgedFiles } from './judged-files.ts';
import type { RandomByte } from './random-mac.ts';
import { macGenerator } from './random-mac.ts';
import type { Finding, Report, Rule } from './rule.ts';
import { applySuppressions } from './suppressions.ts';
import { xlReportsOf } from './xl-reports.ts';

/** What is judged together. */
interface Subject {
  readonly dom0: Dom0;
  /** Every file in xl's language. */
  readonly configs: readonly XlConfig[];
}

/**
 * Runs the rules over a dom0: its interfaces files, each of its domUs' files, and all of them together. Findings are in the
 * order of the files, places and rules; suppressed ones are left out.
 *
 * @param randomByte where new MAC addresses come from
 */
export function checkDom0(
  dom0: Dom0,
  rules: readonly Rule[],
  settings: RuleSettings,
  randomByte: RandomByte,
): readonly Finding[] {
  return judge({ dom0, configs: xlConfigsOf(dom0) }, rules, settings, randomByte);
}

/** Runs the rules over interfaces files of whose domUs nothing is known, as {@link checkDom0} does. */
export function checkHost(host: HostModel, rules: readonly Rule[], settings: RuleSettings): readonly Finding[] {
  // No rule about interfaces files makes an address.
  return judge({ dom0: dom0OfHost(host), configs: [] }, rules, settings, () => 0);
}

/** Runs the rules over a file in xl's language of whose dom0 nothing is known, as {@link checkDom0} does. */
export function checkXlConfig(
  config: XlConfig,
  rules: readonly Rule[],
  settings: RuleSettings,
  randomByte: RandomByte,
): readonly Finding[] {
  return judge({ dom0: dom0OfConfig(config), configs: [config] }, rules, settings, randomByte);
}

function judge(
  subject: Subject,
  rules: readonly Rule[],
  settings: RuleSettings,
  randomByte: RandomByte,
): readonly Finding[] {
  const active = rules.filter((rule) => settings[rule.name] !== 'off' && isMeantFor(rule, subject));
  const newMac = macGenerator(
    subject.configs.map(({ tree }) => tree.text),
    randomByte,
  );
  const judged = judgedFiles(subject.dom0.host, subject.configs);
  const context = { ...subject, directives: judged.directives, newMac };
  const findings = active.flatMap((rule) =>
    Array.from(reportsOf(rule, context), (report) => findingOf(rule, report, settings[rule.name])),
  );
  for (const config of subject.configs) {
    for (const { rule, report } of xlReportsOf(config, rules, newMac)) {
      if (settings[rule.name] !== 'off') findings.push(findingOf(rule, report, settings[rule.name]));
    }
  }
  const kept = applySuppressions(judged, findings, rules, active, settings);
  const order = new Map(judged.files.map(({ file }, index) => [file, index] as const));
  return kept.toSorted((a, b) => compareFindings(a, b, order));
}

function isMeantFor(rule: Rule, { dom0, configs }: Subject): boolean {
  switch (rule.group) {
    case 'interfaces':
      return dom0.host !== undefined && rule.dialects.includes(dom0.host.dialect);
    case 'xl':
      return configs.some(({ kind }) => rule.kinds.includes(kind));
    default:
      return true;
  }
}

interface Context extends Subject {
  readonly directives: ReturnType<typeof judgedFiles>['directives'];
  readonly newMac: () => string;
}

/** What a rule says that is not about single files in xl's language. */
function reportsOf(rule: Rule, { dom0, directives, newMac }: Context): Iterable<Report> {
  switch (rule.group) {
    case 'suppression':
      return rule.check({ directives, host: dom0.host });
    case 'interfaces':
      return dom0.host === undefined ? [] : rule.check({ host: dom0.host, dom0 });
    case 'xl':
      return [];
    case 'host':
      return rule.check({ dom0, newMac });
  }
}

function compareFindings(a: Finding, b: Finding, order: ReadonlyMap<FileId, number>): number {
  return (
    (order.get(a.location.file) ?? 0) - (order.get(b.location.file) ?? 0) ||
    a.location.span.start - b.location.span.start ||
    (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
  );
}

import { computeOnce } from '../model/compute-once.ts';
import type { XlConfig } from '../model/xl/config.ts';
import { isOutsideBrokenStrings } from './broken-strings.ts';
import type { Report, Rule, XlRule } from './rule.ts';

/** What a rule about a file in xl's language says of one. */
export interface XlReport {
  readonly rule: XlRule;
  readonly report: Report;
}

/** By the rules that were asked. Of a file's model, which never changes: of many domUs one is edited, the others are as they were. */
const judgementsOf = computeOnce((_: XlConfig) => new Map<readonly Rule[], readonly XlReport[]>());

/** What those of the rules that are about files in xl's language say of one, in the order of the rules. */
export function xlReportsOf(config: XlConfig, rules: readonly Rule[], newMac: () => string): readonly XlReport[] {
  const known = judgementsOf(config).get(rules);
  if (known !== undefined) return known;
  let hasNewMac = false;
  const context = {
    config,
    newMac: () => {
      hasNewMac = true;
      return newMac();
    },
  };
  const reports: XlReport[] = [];
  for (const rule of rules) {
    if (rule.group !== 'xl' || !rule.kinds.includes(config.kind)) continue;
    for (const report of rule.check(context)) {
      if (isOutsideBrokenStrings(rule, config, report)) reports.push({ rule, report });
    }
  }
  // An address that was offered may be taken by now.
  if (!hasNewMac) judgementsOf(config).set(rules, reports);
  return reports;
}

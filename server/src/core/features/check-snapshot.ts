import { xlConfigAt } from '../model/dom0/dom0.ts';
import { checkDom0, checkXlConfig } from '../rules/engine.ts';
import type { RuleSettings } from '../rules/finding.ts';
import type { RandomByte } from '../rules/random-mac.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** The findings in all files of a snapshot: those of the whole dom0, or of a file that is of none. */
export function checkSnapshot(
  snapshot: Snapshot,
  rules: readonly Rule[],
  settings: RuleSettings,
  randomByte: RandomByte,
): readonly Finding[] {
  const isAlone = snapshot.language === 'xl' && xlConfigAt(snapshot.dom0, snapshot.config.file) === undefined;
  return isAlone
    ? checkXlConfig(snapshot.config, rules, settings, randomByte)
    : checkDom0(snapshot.dom0, rules, settings, randomByte);
}

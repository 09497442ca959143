import type { Finding } from '../../server/src/core/index.ts';
import { applyEdits } from '../../server/src/core/index.ts';
import { checkFiles, mainPath } from './fixture.ts';

/** What a rule finds in a text that is the only file of its host. */
export async function findingsOf(rule: string, text: string): Promise<readonly Finding[]> {
  return (await checkFiles({ [mainPath]: text })).findings.filter((finding) => finding.rule === rule);
}

/** The text after the fix of a rule's first finding: the one of that title, or the first. */
export async function fixedBy(rule: string, text: string, title?: string): Promise<string> {
  const [finding] = await findingsOf(rule, text);
  const fix = finding?.fixes.find((candidate) => title === undefined || candidate.title === title);
  if (fix === undefined) throw new Error(`${rule} has no such fix: ${finding?.fixes.map((other) => other.title)}`);
  return applyEdits(text, fix.edits);
}

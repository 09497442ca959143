import { rules } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { logicalLineAt } from '../syntax/interfaces/cursor-line.ts';
import { lineEndOf } from '../text/edited-file.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { treeOf } from '../workspace/snapshot.ts';

/**
 * The comment that suppresses a finding, above the logical line that it is on, as it is indented. `undefined`: the finding is
 * about such a comment itself, or about a byte order mark, above which there is nothing.
 *
 * @param reason why the finding is of no matter here; without one the comment would have no effect
 */
export function ignoreFinding(snapshot: Snapshot, finding: Finding, reason: string): TextEdit | undefined {
  const { file, span } = finding.location;
  const text = treeOf(snapshot, file)?.text;
  const rule = rules.find(({ name }) => name === finding.rule);
  if (text === undefined || rule === undefined || rule.group === 'suppression') return undefined;
  // A comment between a line and its continuation would be taken for data.
  const { start } = snapshot.language === 'xl' ? lineSpanAt(text, span.start) : logicalLineAt(text, span.start).span;
  if (span.start < start) return undefined;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = `${indentation}# bridgewise-ignore ${rule.name}: ${reason}${lineEndOf(text)}`;
  return { file, span: { start, end: start }, text: comment };
}

import type { Finding, Fix } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import type { FileId } from '../text/location.ts';

/**
 * The safe fixes to apply next; empty when there is none left. They are of one rule, since two rules may mend the same
 * fault in two ways: apply them, check anew, ask again.
 *
 * @param mayEdit the files that may be changed; a fix that touches any other is left out whole
 */
export function nextSafeFixes(findings: readonly Finding[], mayEdit: (file: FileId) => boolean): readonly Fix[] {
  const chosen: Fix[] = [];
  let rule: string | undefined;
  for (const finding of findings) {
    if (rule !== undefined && finding.rule !== rule) continue;
    const fix = finding.fixes.find(({ safety }) => safety === 'safe');
    if (fix === undefined || !fix.edits.every(({ file }) => mayEdit(file)) || collides(fix, chosen)) continue;
    rule = finding.rule;
    chosen.push(fix);
  }
  return chosen;
}

function collides(fix: Fix, chosen: readonly Fix[]): boolean {
  return fix.edits.some((edit) => chosen.some((other) => other.edits.some((taken) => meets(edit, taken))));
}

/** Two replacements may stand side by side; what is inserted must touch no other edit, or their order would matter. */
function meets(one: TextEdit, other: TextEdit): boolean {
  if (one.file !== other.file) return false;
  const isInsertion = one.span.start === one.span.end || other.span.start === other.span.end;
  return isInsertion
    ? one.span.start <= other.span.end && other.span.start <= one.span.end
    : one.span.start < other.span.end && other.span.start < one.span.end;
}

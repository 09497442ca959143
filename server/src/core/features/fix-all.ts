import type { Finding, Fix } from '../rules/rule.ts';
import type { EditedText } from '../text/edited-text.ts';
import { editFurther, editsSoFar, startEditing } from '../text/edited-text.ts';
import type { TextEdit } from '../text/edits.ts';
import { groupBy } from '../text/group-by.ts';
import type { FileId } from '../text/location.ts';

/**
 * The fixes to apply next; empty when there is none left. They are of one rule, since two rules may mend the same
 * fault in two ways: apply them, check anew, ask again.
 *
 * @param fixOf the fix of a finding that may be applied without being looked at
 */
export function nextFixes(findings: readonly Finding[], fixOf: (finding: Finding) => Fix | undefined): readonly Fix[] {
  const chosen: Fix[] = [];
  let rule: string | undefined;
  for (const finding of findings) {
    if (rule !== undefined && finding.rule !== rule) continue;
    const fix = fixOf(finding);
    if (fix === undefined || collides(fix, chosen)) continue;
    rule = finding.rule;
    chosen.push(fix);
  }
  return chosen;
}

/** The best safe fix of a finding. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safety }) => safety === 'safe');
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

/** What is to be mended. */
export interface FixAllTask {
  /** The files that may be changed, with their present texts. */
  readonly texts: ReadonlyMap<FileId, string>;
  /** The findings, were the texts these. */
  readonly check: (texts: ReadonlyMap<FileId, string>) => Promise<readonly Finding[]>;
}

/** A fix makes its finding go, so each round leaves fewer; the limit is for a rule that breaks its promise. */
export const mostRounds = 50;

/** Applies safe fixes until none is left. The edits speak of the present texts and do not overlap. */
export async function fixAll({ texts, check }: FixAllTask): Promise<readonly TextEdit[]> {
  const edited = new Map([...texts].map(([file, text]) => [file, startEditing(text)] as const));
  // A fix that touches any other file is left out whole.
  const fixOf = (finding: Finding): Fix | undefined => {
    const fix = safeFixOf(finding);
    return fix?.edits.every(({ file }) => edited.has(file)) ? fix : undefined;
  };
  for (let round = 0; round < mostRounds; round++) {
    const fixes = nextFixes(await check(textsOf(edited)), fixOf);
    if (fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    for (const [file, own] of groupBy(edits, (edit) => edit.file)) {
      const text = edited.get(file);
      if (text !== undefined) edited.set(file, editFurther(text, own));
    }
  }
  return [...edited].flatMap(([file, text]) => editsSoFar(text).map((edit) => ({ file, ...edit })));
}

function textsOf(edited: ReadonlyMap<FileId, EditedText>): ReadonlyMap<FileId, string> {
  return new Map([...edited].map(([file, { text }]) => [file, text] as const));
}

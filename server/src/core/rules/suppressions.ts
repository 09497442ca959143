import type { Directive } from '../model/directives.ts';
import { nearest } from '../text/edit-distance.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { FileId } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import type { RuleSettings } from './finding.ts';
import { findingOf } from './finding.ts';
import type { Judged } from './judged-files.ts';
import type { Finding, Fix, Rule } from './rule.ts';

/** A `# bridgewise-ignore…` comment that says a rule and a reason. */
interface Suppression {
  readonly directive: Directive;
  readonly rule: string;
  /** Which findings' first places it reaches. */
  readonly reach: Span;
}

const unusedSuppressionName = 'unused-suppression';
const incompleteSuppressionName = 'incomplete-suppression';

/**
 * Leaves out the findings that a comment suppresses, and adds what is wrong with such comments: no reason, a rule that
 * does not exist, nothing to suppress.
 */
export function applySuppressions(
  judged: Judged,
  findings: readonly Finding[],
  rules: readonly Rule[],
  active: readonly Rule[],
  settings: RuleSettings,
): readonly Finding[] {
  const comments = judged.directives.filter(({ name }) => name === 'ignore' || name === 'ignore-file');
  if (comments.length === 0) return findings;
  const names = new Set(rules.map((rule) => rule.name));
  const report = (ruleName: string, directive: Directive, message: string, fixes: readonly Fix[]): Finding[] => {
    const rule = active.find((candidate) => candidate.name === ruleName);
    if (rule === undefined) return [];
    const location = { file: directive.file, span: directive.comment.span };
    return [findingOf(rule, { location, message, fixes }, settings[ruleName])];
  };
  const added: Finding[] = [];
  const suppressed = new Set<Finding>();
  for (const directive of comments) {
    const fault = faultOf(directive, names);
    if (fault !== undefined) {
      added.push(...report(incompleteSuppressionName, directive, fault, []));
      continue;
    }
    const suppression = suppressionOf(directive, judged);
    const reached = findings.filter((finding) => reaches(suppression, finding));
    for (const finding of reached) suppressed.add(finding);
    const isJudged = active.some((rule) => rule.name === suppression.rule && judged.isKnownEnough(rule));
    if (reached.length === 0 && isJudged) {
      const message = `This comment suppresses nothing: ${suppression.rule} finds no fault here.`;
      added.push(...report(unusedSuppressionName, directive, message, [removeComment(directive, judged)]));
    }
  }
  return [...findings.filter((finding) => !suppressed.has(finding)), ...added];
}

function faultOf(directive: Directive, names: ReadonlySet<string>): string | undefined {
  const { rule, reason } = splitArgument(directive.argument);
  const form = `# bridgewise-${directive.name} RULE: reason`;
  if (rule === '') return `This comment names no rule, so it suppresses nothing. Write \`${form}\`.`;
  if (!names.has(rule)) {
    const [near] = nearest(rule, names, 3);
    return `There is no rule \`${rule}\`, so this comment suppresses nothing.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
  }
  if (reason === '') return `This comment gives no reason, so it suppresses nothing. Write \`${form}\`.`;
  return undefined;
}

function splitArgument(argument: string): { readonly rule: string; readonly reason: string } {
  const match = /^([^\s:]*)\s*:?\s*(.*)$/.exec(argument);
  return { rule: match?.[1] ?? '', reason: match?.[2] ?? '' };
}

function suppressionOf(directive: Directive, judged: Judged): Suppression {
  const { rule } = splitArgument(directive.argument);
  const text = textIn(judged, directive.file);
  if (directive.name === 'ignore-file') return { directive, rule, reach: { start: 0, end: text.length } };
  return { directive, rule, reach: judged.lineFor(directive, text) };
}

function textIn(judged: Judged, file: FileId): string {
  return judged.files.find((candidate) => candidate.file === file)?.tree.text ?? '';
}

function reaches(suppression: Suppression, finding: Finding): boolean {
  const { file, span } = finding.location;
  const { reach } = suppression;
  return (
    finding.rule === suppression.rule &&
    file === suppression.directive.file &&
    reach.start <= span.start &&
    (span.start < reach.end || suppression.directive.name === 'ignore-file')
  );
}

function removeComment({ file, comment }: Directive, judged: Judged): Fix {
  const text = textIn(judged, file);
  const line = lineSpanAt(text, comment.span.start);
  const before = text.slice(line.start, comment.span.start);
  const isAlone = before.trim() === '';
  const span = isAlone ? line : { start: line.start + before.trimEnd().length, end: comment.span.end };
  return { title: 'Remove the comment', safety: 'unsafe', edits: [{ file, span, text: '' }] };
}

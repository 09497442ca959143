import { buildXlConfig } from '../../model/xl/build-config.ts';
import type { XlConfig } from '../../model/xl/config.ts';
import { adviceForCode } from '../../model/xl/xm-advice.ts';
import { xmForms } from '../../model/xl/xm-forms.ts';
import type { XmProgram } from '../../model/xl/xm-program.ts';
import { readXmProgram } from '../../model/xl/xm-program.ts';
import { checkXlConfig } from '../../rules/engine.ts';
import { rules } from '../../rules/index.ts';
import type { RandomByte } from '../../rules/random-mac.ts';
import type { Finding, Fix } from '../../rules/rule.ts';
import { commentOut } from '../../rules/xl-wording.ts';
import { findUnreadKey } from '../../schema/xl/index.ts';
import { parseXl } from '../../syntax/xl/parser.ts';
import type { PythonUnit } from '../../syntax/xl/python/program.ts';
import { editFurther, editsSoFar, startEditing } from '../../text/edited-text.ts';
import type { TextEdit } from '../../text/edits.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { mostRounds, nextFixes, safeFixOf } from '../fix-all.ts';

/** A file for xm as one for xl. */
export interface Conversion {
  /** They speak of the present text and do not overlap; empty where there is nothing to convert. */
  readonly edits: readonly TextEdit[];
  /** The text after the edits. */
  readonly text: string;
  /** What only the user can write, in the order of the new text, of which the spans are. */
  readonly left: readonly LeftPlace[];
}

/** A place that the user has to see to. */
export interface LeftPlace {
  readonly span: Span;
  /** What to write there, as full sentences. */
  readonly advice: string;
}

/**
 * Writes a domU's file that was written for xm (Python, or the forms of its time) as xl reads it. Comments stay; what
 * has no effect any more becomes one. Files without anything of xm, and those of other kinds, stay as they are.
 *
 * @param randomByte where new MAC addresses come from, as for the rules
 */
export function convertFromXm(present: XlConfig, randomByte: RandomByte): Conversion {
  const { file, tree, kind } = present;
  const unchanged: Conversion = { edits: [], text: tree.text, left: [] };
  if (kind !== 'domain') return unchanged;
  let edited = startEditing(tree.text);
  let config = present;
  let isOfXm = false;
  const tried = new Set<string>();
  for (let round = 0; round < mostRounds && !tried.has(config.tree.text); round++) {
    tried.add(config.tree.text);
    const step = nextStep(config, randomByte);
    if (step.edits.length === 0) break;
    isOfXm ||= step.isOfXm;
    edited = editFurther(edited, step.edits);
    config = buildXlConfig({ file, kind, tree: parseXl(edited.text) }, present.xenVersion);
  }
  const converted = isOfXm ? config : present;
  const left = leftIn(converted, findingsIn(converted, randomByte));
  if (!isOfXm) return { ...unchanged, left };
  return { edits: editsSoFar(edited).map((edit) => ({ file, ...edit })), text: edited.text, left };
}

function findingsIn(config: XlConfig, randomByte: RandomByte): readonly Finding[] {
  return checkXlConfig(config, rules, {}, randomByte);
}

interface Step {
  readonly edits: readonly TextEdit[];
  /** Whether it takes away something of xm; other faults of the same file are mended along with it. */
  readonly isOfXm: boolean;
}

/** Programs first, for the rules take their expressions for texts without quotes; then the other forms; then the rules. */
function nextStep(config: XlConfig, randomByte: RandomByte): Step {
  const program = readXmProgram(config);
  const byProgram = program === undefined ? [] : programEdits(config, program);
  if (byProgram.length > 0) return { edits: byProgram, isOfXm: true };
  const { edits: forms, idle } = xmForms(config);
  const byForms = [...located(config, forms), ...commentsFor(config, idle)];
  if (byForms.length > 0) return { edits: byForms, isOfXm: true };
  const left = program?.left ?? [];
  const findings = findingsIn(config, randomByte).filter((finding) => !concerns(finding, left));
  for (const [rule, isMeant] of meantByXm) {
    const fixes = nextFixes(findings, (finding) => {
      const [fix] = finding.fixes;
      const { start, end } = finding.location.span;
      const isIt = finding.rule === rule && fix !== undefined && isMeant(config.tree.text.slice(start, end), fix);
      return isIt ? fix : undefined;
    });
    if (fixes.length > 0) return { edits: editsOf(fixes), isOfXm: true };
  }
  const fixes = nextFixes(findings, safeFixOf);
  const rule = findings.find((finding) => finding.fixes.some((fix) => fixes.includes(fix)))?.rule;
  return { edits: editsOf(fixes), isOfXm: rule !== undefined && rulesOfXm.has(rule) };
}

/** Whether a finding, by the text where it is, and its first fix are about a form of xm. */
type IsMeant = (text: string, fix: Fix) => boolean;

/**
 * Rules whose first fix is the right one for a file for xm, though it is not safe in any file; in the order in which they
 * have to be asked: a path is known to be one below /dev by the old prefix.
 */
const meantByXm: readonly (readonly [rule: string, isMeant: IsMeant])[] = [
  ['unknown-disk-access', (text) => text.endsWith('!')],
  ['relative-disk-path', () => true],
  ['unread-key', () => true],
  // The one for `builder` renames the key, too.
  ['unknown-guest-type', (_text, { edits }) => edits.length > 1],
];

/** Rules that find what only files for xm have. */
const rulesOfXm: ReadonlySet<string> = new Set([
  ...['deprecated-disk-syntax', 'deprecated-key', 'deprecated-value-form', 'deprecated-vif-parameter'],
  ...['hvmloader-as-kernel', 'python-code', 'triple-quotes', 'line-continuation'],
]);

function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return fixes.flatMap(({ edits }) => edits);
}

/** Whether mending a finding would touch code that the user has to see first, or choose between the lines of its cases. */
function concerns({ rule, fixes, location }: Finding, left: readonly PythonUnit[]): boolean {
  if (rule === 'repeated-key') return left.length > 0;
  const spans = [location.span, ...fixes.flatMap(({ edits }) => edits.map(({ span }) => span))];
  return left.some((unit) => spans.some(({ start, end }) => start <= unit.span.end && unit.span.start <= end));
}

function programEdits(config: XlConfig, { edits, idle, imports }: XmProgram): readonly TextEdit[] {
  return [...located(config, edits), ...commentsFor(config, idle), ...imports.flatMap((span) => removal(config, span))];
}

function located({ file }: XlConfig, edits: readonly Omit<TextEdit, 'file'>[]): readonly TextEdit[] {
  return edits.map((edit) => ({ file, ...edit }));
}

function commentsFor(config: XlConfig, spans: readonly Span[]): readonly TextEdit[] {
  return spans.flatMap((span) => commentOut(config, span) ?? []);
}

/** Takes lines out, but a comment behind them. Nothing where they hold something else, too. */
function removal({ file, tree: { text } }: XlConfig, span: Span): readonly TextEdit[] {
  const line = lineSpanAt(text, span.start);
  const last = lineSpanAt(text, span.end);
  const behind = text.slice(span.end, last.end);
  if (!/^[ \t]*$/.test(text.slice(line.start, span.start)) || !/^[ \t;]*(?:#|\r?\n?$)/.test(behind)) return [];
  const comment = behind.indexOf('#');
  return [{ file, span: { start: line.start, end: comment < 0 ? last.end : span.end + comment }, text: '' }];
}

/** What xl refuses or drops, or never reads where something has to be written for it. */
function leftIn(config: XlConfig, findings: readonly Finding[]): readonly LeftPlace[] {
  const program = readXmProgram(config);
  const code = program?.left ?? [];
  const given = (name: string): boolean => config.settings.has(name) || code.some(({ binds }) => binds.has(name));
  const ofCode = code.map((unit): LeftPlace => ({ span: unit.span, advice: adviceForCode(unit, given) }));
  const ofFindings = findings.flatMap((finding): readonly LeftPlace[] => {
    const { rule, severity, refused, location, message } = finding;
    if (concerns(finding, code) && rule !== 'repeated-key') return [];
    // It goes with the code that uses it.
    if (program?.usedImports.some(({ start, end }) => start <= location.span.start && location.span.end <= end))
      return [];
    if (rule === 'unread-key') return [{ span: location.span, advice: unreadAdvice(config, location.span) ?? message }];
    const isIgnored = rule === 'deprecated-key' && severity === 'information';
    return refused || severity === 'error' || isIgnored ? [{ span: location.span, advice: message }] : [];
  });
  return [...joinCode(ofCode), ...ofFindings].toSorted((a, b) => a.span.start - b.span.start);
}

function unreadAdvice({ tree }: XlConfig, { start, end }: Span): string | undefined {
  const key = tree.text.slice(start, end);
  const advice = findUnreadKey(key)?.advice;
  return advice && `\`${key}\`: ${advice}`;
}

/** Statements one behind the other that want the same are one place. */
function joinCode(places: readonly LeftPlace[]): readonly LeftPlace[] {
  const joined: LeftPlace[] = [];
  for (const place of places) {
    const before = joined.at(-1);
    if (before?.advice !== place.advice) joined.push(place);
    else joined[joined.length - 1] = { ...before, span: { start: before.span.start, end: place.span.end } };
  }
  return joined;
}

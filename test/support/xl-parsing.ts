import type { Value, XlProblem, XlTree } from '../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../server/src/core/syntax/xl/parser.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import type { XluAnswer, XluCrash, XluSetting, XluValue } from './xen.ts';

/** Whether libxlutil takes the file. */
export function isAcceptedByXlu(answer: XluAnswer | XluCrash): boolean {
  return 'rc' in answer && answer.rc === 0;
}

/** In what our parser differs from libxlutil's: one sentence, or `undefined`. */
export function differenceInParsing(text: string, answer: XluAnswer | XluCrash): string | undefined {
  const tree = parseXl(text);
  const isAccepted = isAcceptedByXlu(answer);
  if (isAccepted !== (tree.problems.length === 0)) {
    const kinds = tree.problems.map(({ kind }) => kind).join(', ');
    const report = 'report' in answer ? answer.report : 'it crashes';
    return isAccepted ? `xl accepts it, we say ${kinds}` : `xl refuses it (${report}), we do not`;
  }
  if ('signal' in answer) return undefined;
  return differenceInSettings(tree, answer) ?? (isAccepted ? undefined : differenceInLines(tree, answer));
}

/** What stands before the first problem is stored by xl; what has the problem may be, when the fault is behind it. */
function differenceInSettings(tree: XlTree, answer: XluAnswer): string | undefined {
  const [problem] = tree.problems;
  const untilProblem = tree.root.assignments.filter(
    ({ span }) => problem === undefined || span.end < problem.span.start,
  );
  const theirs = problem === undefined ? answer.settings : answer.settings.slice(0, untilProblem.length);
  // A list that a later += takes over is empty afterwards, also where that one is the last that xl stores.
  const ours = settingsOf(tree, answer.settings.length).slice(0, untilProblem.length);
  const [own, real] = [ours, theirs].map((settings) => JSON.stringify(settings));
  return own === real ? undefined : `xl has ${real}, we have ${own}`;
}

/** The settings that libxlutil would store for the first assignments of a tree. */
function settingsOf({ root, text }: XlTree, count: number): readonly XluSetting[] {
  const stored: { name: string; line: number; op: '=' | '+='; value: XluValue }[] = [];
  for (const assignment of root.assignments.slice(0, count)) {
    const value = assignment.value && asXluValue(assignment.value);
    if (assignment.value === undefined || value === undefined) continue;
    const before = stored.findLast(({ name }) => name === assignment.key.text);
    const joinedValue = assignment.operator === '+=' && before ? join(before, value) : value;
    stored.push({
      name: assignment.key.text,
      line: lineOf(text, assignment.value.span.start),
      op: assignment.operator,
      value: joinedValue,
    });
  }
  return stored;
}

/** As libxlu_cfg.c's xlu__cfg_concat_vals does it: the items move from the one before. */
function join(before: { value: XluValue }, value: XluValue): XluValue {
  if (typeof value === 'string') return `${before.value}${value}`;
  const all = [...before.value, ...value];
  before.value = [];
  return all;
}

function asXluValue(value: Value): XluValue | undefined {
  if (value.kind === 'unread') return undefined;
  if (value.kind !== 'list') return value.atom.text;
  const items = value.items.map(asXluValue);
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** An error of libxlutil's by its true line, from 1. */
interface XluError {
  readonly line: number;
  /** Where xl's own count tells only a line behind the place: the end of the file, and the end of a value. */
  readonly isBehind: boolean;
}

/** The README of test/oracle/tools/xen tells how xl's count slips. */
function errorsOf({ report }: XluAnswer): readonly XluError[] {
  return [...report.matchAll(/^cfg:(\d+): (config parsing error near [^\n]*)/gm)].map(([, line, message = '']) => ({
    line: Number(line) + (message.includes('unexpected NEWLINE') ? 1 : 0),
    isBehind: /unexpected (?:\$end|end of file)|: can't add \[list\]/.test(message),
  }));
}

function differenceInLines(tree: XlTree, answer: XluAnswer): string | undefined {
  const [first] = errorsOf(answer);
  const [problem] = tree.problems;
  if (first === undefined || problem === undefined) return `no line in "${answer.report}"`;
  if (!isAt(tree, problem, first)) {
    return `xl names line ${first.line} (${answer.report}), we: line ${lineOf(tree.text, problem.span.start)}, ${problem.kind}`;
  }
  return undefined;
}

function isAt({ text }: XlTree, { span }: XlProblem, { line, isBehind }: XluError): boolean {
  const start = lineOf(text, span.start);
  if (!isBehind) return start === line;
  const end = lineOf(text, Math.max(span.start, span.end - 1));
  return start <= line && isOnlyBlankBetween(text, end, line);
}

/** Whether nothing but blanks and comments stands on the lines behind `line`, up to `last`. */
function isOnlyBlankBetween(text: string, line: number, last: number): boolean {
  const between = text.split('\n').slice(line, last);
  return line <= last && between.every((row) => /^[ \t]*(?:#[^\n]*)?$/.test(row));
}

/** Lines of a file that xl may be asked about by themselves, since no assignment goes over their beginning or end. */
export interface Chunk {
  readonly text: string;
  readonly isFaulty: boolean;
}

/**
 * Cuts a file between its statements. So a fault cannot hide behind another one, behind which xl reads on by guessing. What
 * is wrong with the joining of two assignments is no fault of either.
 */
export function chunksOf(text: string): readonly Chunk[] {
  const { root, problems } = parseXl(text);
  const faults = problems.filter(({ kind }) => kind !== 'list-joined-to-string');
  const spans = [...root.assignments, ...problems].map(({ span }) => span);
  const open = faults.flatMap(({ kind, span }) => (kind === 'unclosed-list' ? [withListBefore(root, span)] : []));
  const continued = faults.flatMap(({ kind, span }) =>
    kind === 'line-continuation' ? [{ ...span, end: span.end + 1 }] : [],
  );
  const whole = [...spans, ...open, ...continued];
  const starts = [...text.matchAll(/\n/g)]
    .map(({ index }) => index + 1)
    .filter((start) => start < text.length && !whole.some((span) => span.start < start && start < span.end));
  return [0, ...starts].map((start, index) => {
    const end = starts[index] ?? text.length;
    return {
      text: text.slice(start, end),
      isFaulty: faults.some(({ span }) => span.start >= start && span.start < end),
    };
  });
}

/** From the list that is not closed to the place where it should have been, at the latest. */
function withListBefore({ assignments }: XlTree['root'], { start, end }: Span): Span {
  return { start: assignments.findLast(({ span }) => span.start < start)?.span.start ?? 0, end };
}

/** The line of an offset, from 1; only LF ends a line, as for xl. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

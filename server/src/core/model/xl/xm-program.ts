/** A file for xm as the Python program that it is: what its values come to, and what of it only a run could tell. */
import { findKey, findUnreadKey } from '../../schema/xl/index.ts';
import type { XlProblem } from '../../syntax/xl/ast.ts';
import type { PythonNames, PythonValue } from '../../syntax/xl/python/evaluate.ts';
import { compute, evaluate } from '../../syntax/xl/python/evaluate.ts';
import type { PythonExpression } from '../../syntax/xl/python/expression.ts';
import { readExpression } from '../../syntax/xl/python/expression.ts';
import type { PythonUnit } from '../../syntax/xl/python/program.ts';
import { readProgram } from '../../syntax/xl/python/program.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';
import type { XlConfig } from './config.ts';
import { inQuotes } from './value-meant.ts';

type Edit = Omit<TextEdit, 'file'>;

/** What becomes of a program for xm. */
export interface XmProgram {
  /** Put plain values in the place of expressions. */
  readonly edits: readonly Edit[];
  /** What has no effect any more, or says that a key is not set. */
  readonly idle: readonly Span[];
  /** Imports that nothing uses. */
  readonly imports: readonly Span[];
  /** Imports that what is left uses. */
  readonly usedImports: readonly Span[];
  /** What only a run could tell; in the file's order. */
  readonly left: readonly PythonUnit[];
}

/** What becomes of one statement. */
interface Outcome {
  readonly unit: PythonUnit;
  readonly edits?: readonly Edit[];
  readonly fate: 'plain' | 'computed' | 'unset' | 'unknown';
}

/** Reads a program as xm runs it; `undefined` where its brackets or quotes are not those of a program. */
export function readXmProgram(config: XlConfig): XmProgram | undefined {
  const units = readProgram(config.tree.text);
  if (units === undefined) return undefined;
  const outcomes = outcomesOf(config, units);
  const live = liveOf(outcomes.filter(({ fate }) => fate === 'unknown').map(({ unit }) => unit));
  const used = new Set([...live].flatMap(({ uses }) => [...uses]));
  const computed = new Set(outcomes.flatMap(({ unit, fate }) => (fate === 'computed' ? [...unit.uses] : [])));
  const idle: Span[] = [];
  for (const { unit, fate } of outcomes) {
    const isIdleCode = fate === 'unknown' && unit.kind !== 'import' && !live.has(unit);
    const isSpent = fate === 'computed' || [...unit.binds].some((name) => computed.has(name));
    const isIdleName =
      fate !== 'unknown' && isHelper(unit) && isSpent && ![...unit.binds].some((name) => used.has(name));
    if (fate === 'unset' || isIdleCode || isIdleName) idle.push(unit.span);
  }
  const isUnused = ({ binds }: PythonUnit): boolean =>
    binds.size === 0 ? live.size === 0 : ![...binds].some((name) => used.has(name));
  const imports = units.filter(({ kind }) => kind === 'import');
  return {
    edits: outcomes.filter(({ unit }) => !idle.includes(unit.span)).flatMap(({ edits = [] }) => edits),
    idle,
    imports: imports.filter(isUnused).map(({ span }) => span),
    usedImports: imports.filter((unit) => !isUnused(unit)).map(({ span }) => span),
    left: [...live],
  };
}

/** Those whose effect, or whose value, is not known and matters: what sets a key, and what that rests on. */
function liveOf(unknown: readonly PythonUnit[]): ReadonlySet<PythonUnit> {
  const live = new Set(unknown.filter(concernsKey));
  const needed = new Set([...live].flatMap(({ uses }) => [...uses]));
  for (let size = -1; size !== live.size; ) {
    size = live.size;
    for (const unit of unknown) {
      const speaks = unit.kind === 'code' ? [...unit.binds, ...unit.uses, ...unit.words] : [...unit.binds];
      if (live.has(unit) || unit.kind === 'import' || !speaks.some((name) => needed.has(name))) continue;
      live.add(unit);
      for (const name of unit.uses) needed.add(name);
    }
  }
  return new Set(unknown.filter((unit) => live.has(unit)));
}

function concernsKey({ kind, binds, uses }: PythonUnit): boolean {
  if (kind === 'import') return false;
  return [...binds, ...(kind === 'code' ? uses : [])].some(isKey);
}

function isKey(name: string): boolean {
  return findKey('domain', name) !== undefined || findUnreadKey(name) !== undefined;
}

/** Whether it sets a name for the program's own use. */
function isHelper({ kind, binds }: PythonUnit): boolean {
  return kind === 'assignment' && ![...binds].some(isKey);
}

function outcomesOf(config: XlConfig, units: readonly PythonUnit[]): readonly Outcome[] {
  const names = new Map<string, PythonValue>();
  // Code may give something to any name that it speaks of.
  const bound = new Set(
    units.flatMap(({ kind, binds, uses, words }) => [...binds, ...(kind === 'code' ? [...uses, ...words] : [])]),
  );
  return units.map((unit): Outcome => {
    const problems = config.tree.problems.filter(({ span }) => meets(span, unit.span));
    if (unit.kind === 'assignment') return outcomeOfAssignment(config, { unit, problems, names, bound });
    for (const name of unit.binds) names.delete(name);
    const isPython = problems.some(({ kind }) => kind === 'python-code');
    return { unit, fate: isPython ? 'unknown' : 'plain' };
  });
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

interface Assigned {
  readonly unit: PythonUnit;
  readonly problems: readonly XlProblem[];
  /** What names stand for before it; brought up to date. */
  readonly names: Map<string, PythonValue>;
  /** The names that any statement may give something to. */
  readonly bound: ReadonlySet<string>;
}

function outcomeOfAssignment(config: XlConfig, { unit, problems, names, bound }: Assigned): Outcome {
  const [key, operator, ...behind] = unit.tokens;
  const expression = readExpression(behind);
  const before = new Map(names);
  const value = expression && sumOf(expression, operator?.text === '+=' ? names.get(key?.text ?? '') : '', names);
  if (value === undefined) names.delete(key?.text ?? '');
  else names.set(key?.text ?? '', value);
  const isProgram =
    problems.some(({ kind }) => kind === 'python-code') ||
    (problems.some(({ kind }) => kind === 'unquoted-value') && [...unit.uses].some((name) => bound.has(name)));
  const added = expression !== undefined && operator?.text === '+=' && typeof value === 'number';
  if (!isProgram && !added && !needsWriting(unit, problems)) return { unit, fate: 'plain' };
  if (value === null) return { unit, fate: 'unset' };
  const own = added ? value : expression && evaluate(expression, before);
  const edits = expression && own !== undefined ? editsFor(config, unit, expression, own) : undefined;
  if (edits === undefined) return { unit, fate: isProgram ? 'unknown' : 'plain' };
  const sign = operator === undefined || !added ? [] : [{ span: operator.span, text: '=' }];
  return { unit, fate: 'computed', edits: [...sign, ...edits] };
}

/**
 * What an assignment comes to, what is added to included.
 *
 * @param before what is added to; `''` for a plain assignment, `undefined` where that is not known
 */
function sumOf(
  expression: PythonExpression,
  before: PythonValue | undefined,
  names: PythonNames,
): PythonValue | undefined {
  const value = evaluate(expression, names);
  if (before === '') return value;
  return value === undefined || before === undefined ? undefined : compute('+', before, value);
}

/** Whether it is plain to xm, but not to xl, or would be another thing to it. */
function needsWriting({ tokens }: PythonUnit, problems: readonly XlProblem[]): boolean {
  const isOctal = tokens.some(({ kind, text }) => kind === 'number' && /^0[0-7]+$/.test(text) && Number(text) > 7);
  return isOctal || problems.some(({ kind }) => alike.has(kind));
}

/** What xl refuses and Python reads without any code. */
const alike: ReadonlySet<string> = new Set([
  ...['triple-quotes', 'invalid-escape', 'stray-text', 'unquoted-value', 'missing-comma', 'line-continuation'],
]);

/** `undefined`: it cannot be written for xl, or a comment would be lost. */
function editsFor(
  config: XlConfig,
  { tokens }: PythonUnit,
  expression: PythonExpression,
  value: PythonValue,
): readonly Edit[] | undefined {
  const { text, problems } = config.tree;
  const hasComment = (span: Span): boolean =>
    tokens.some((token) => token.kind === 'comment' && meets(token.span, span));
  const piecesIn = (span: Span) => tokens.filter((token) => meets(token.span, span));
  if (expression.kind !== 'list' || text[expression.span.start] !== '[') {
    const span = {
      start: tokens[2]?.span.start ?? 0,
      end: tokens.findLast(({ kind }) => kind !== 'comment')?.span.end ?? 0,
    };
    const written = hasComment(span) ? undefined : writtenFor(value);
    return written === undefined ? undefined : [{ span, text: written }];
  }
  const edits: Edit[] = [];
  const items = typeof value === 'object' && value !== null ? value.items : [];
  for (const [index, item] of expression.items.entries()) {
    const pieces = piecesIn(item.span);
    const isPlain = pieces.length === 1 && !problems.some(({ span }) => meets(span, item.span));
    if (isPlain || areItems(pieces.map((piece) => piece.text))) continue;
    const written = hasComment(item.span) ? undefined : writtenFor(items[index] ?? null);
    if (written === undefined) return undefined;
    edits.push({ span: item.span, text: written });
  }
  return edits.length === 0 ? undefined : edits;
}

/** Whether strings side by side are rather items between which a comma was forgotten: Python joins them. */
function areItems(pieces: readonly string[]): boolean {
  if (pieces.length < 2 || !pieces.every((piece) => /^['"]/.test(piece))) return false;
  return !pieces.every(
    (piece, index) => index === 0 || /,\s*['"]$/.test(pieces[index - 1] ?? '') || /^['"]\s*,/.test(piece),
  );
}

/** As it is to stand in the file; `undefined` for what xl has no form for. */
function writtenFor(value: PythonValue): string | undefined {
  if (typeof value === 'string') return inQuotes(value);
  if (typeof value === 'number') return value < 0 ? `"${value}"` : String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value === null) return undefined;
  const items = value.items.map((item) => (typeof item === 'object' ? undefined : writtenFor(item)));
  return items.includes(undefined) ? undefined : `[ ${items.join(', ')} ]`;
}

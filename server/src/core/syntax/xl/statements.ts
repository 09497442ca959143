import type { Span } from '../../text/span.ts';
import type { Assignment, Key, Value } from './ast.ts';
import { continuesPython, skipExpression, unread } from './bare-text.ts';
import type { Lexeme } from './lexer.ts';
import { beginsPythonStatement, isPythonWord } from './python.ts';
import { readValue, startsValue, valueFollowsNewline } from './read-value.ts';
import type { Reader } from './reader.ts';
import { isLineEnd, isOperator, kindAt, lexemeText, peek, report, restOfLine, skipLine, spanOf } from './reader.ts';

/** What could be meant for a key, by its letters. */
const keyLike = /^[\p{L}\p{N}_.-]+$/u;

/** What may be meant for a key where an operator follows: all but brackets and what else Python or a template has there. */
const keyBeforeOperator = /^[^(){}<>`|&]+$/;

/** The assignments of a file. */
export function readStatements(reader: Reader): readonly Assignment[] {
  const assignments: Assignment[] = [];
  for (let lexeme = peek(reader); lexeme !== undefined; lexeme = peek(reader)) {
    if (lexeme.kind === 'newline' || lexeme.kind === 'semicolon') {
      reader.at++;
      continue;
    }
    const assignment = readStatement(reader, lexeme);
    if (assignment !== undefined) assignments.push(assignment);
  }
  return assignments;
}

function readStatement(reader: Reader, lexeme: Lexeme): Assignment | undefined {
  const next = peek(reader, 1);
  if (next !== undefined && isOperator(next.kind) && isKeyLike(reader, lexeme))
    return readAssignment(reader, lexeme, next);
  if (lexeme.kind === 'key' || lexeme.kind === 'word') return readWords(reader, lexeme);
  if (lexeme.kind === 'open') return readHeader(reader, lexeme);
  if (lexeme.kind === 'comma') {
    report(reader, 'extra-comma', lexeme.span);
    reader.at++;
    if (!isOperator(kindAt(reader, 1))) skipLine(reader);
    return undefined;
  }
  reportRest(reader);
  return undefined;
}

function isKeyLike(reader: Reader, lexeme: Lexeme): boolean {
  if (lexeme.kind === 'key' || lexeme.kind === 'number' || lexeme.kind === 'string') return true;
  return lexeme.kind === 'word' && keyBeforeOperator.test(lexemeText(reader, lexeme));
}

/** Passes the rest of the line, about which there is a problem, unless a piece of it has one of its own. */
function reportRest(reader: Reader): void {
  const rest = restOfLine(reader);
  const span = skipLine(reader);
  if (!rest.some(hasOwnProblem)) report(reader, 'stray-text', span);
}

function hasOwnProblem({ kind }: Lexeme): boolean {
  return kind === 'open-string' || kind === 'triple';
}

/** A line that begins with a word that no operator follows. */
function readWords(reader: Reader, lexeme: Lexeme): Assignment | undefined {
  const text = lexemeText(reader, lexeme);
  if (beginsPythonStatement(text) || isPythonWord(text) || isSubscript(reader, lexeme) || isCall(reader)) {
    report(reader, 'python-code', skipExpression(reader, false));
    return undefined;
  }
  const colon = /^([\p{L}\p{N}_.-]+):$/u.exec(text)?.[1];
  if (!keyLike.test(text) && colon === undefined) {
    reportRest(reader);
    return undefined;
  }
  const name = colon ?? text;
  const key: Key = { text: name, span: { start: lexeme.span.start, end: lexeme.span.start + name.length } };
  const last = isColon(reader, peek(reader, 1)) ? peek(reader, 1) : lexeme;
  const ahead = last === lexeme ? 1 : 2;
  const next = peek(reader, ahead);
  if (next === undefined || last === undefined || !startsValue(next.kind)) {
    report(reader, 'missing-equals-sign', skipLine(reader));
    return undefined;
  }
  report(reader, 'missing-equals-sign', spanOf([lexeme, last]));
  reader.at += ahead;
  return assignmentOf(key, '=', key.span.end, readWholeValue(reader, next));
}

function isColon(reader: Reader, lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'word' && lexemeText(reader, lexeme) === ':';
}

/** `x[0] = …`, `x['a'].b` */
function isSubscript(reader: Reader, lexeme: Lexeme): boolean {
  const bracket = peek(reader, 1);
  if (bracket?.kind !== 'open' || bracket.span.start !== lexeme.span.end) return false;
  const rest = restOfLine(reader);
  const close = rest.findIndex(({ kind }) => kind === 'close');
  return close > 0 && close < rest.length - 1;
}

function isCall(reader: Reader): boolean {
  const next = peek(reader, 1);
  return next?.kind === 'word' && lexemeText(reader, next).startsWith('(');
}

/** `[section]`, or a list without a key. */
function readHeader(reader: Reader, lexeme: Lexeme): undefined {
  const rest = restOfLine(reader);
  const isHeader =
    rest.length > 2 &&
    rest.at(-1)?.kind === 'close' &&
    rest.slice(1, -1).every(({ kind }) => /^(?:key|word|number)$/.test(kind));
  if (isHeader) {
    report(reader, 'section-header', skipLine(reader));
    return undefined;
  }
  report(reader, 'stray-text', readValue(reader, lexeme).span);
  skipLine(reader);
  return undefined;
}

function readAssignment(reader: Reader, lexeme: Lexeme, operator: Lexeme): Assignment {
  const quotes = lexeme.kind === 'string' ? 1 : 0;
  const span: Span = { start: lexeme.span.start + quotes, end: lexeme.span.end - quotes };
  const key: Key = { text: reader.text.slice(span.start, span.end), span };
  if (lexeme.kind !== 'key') report(reader, 'invalid-key', lexeme.span);
  reader.at += 2;
  const value = readAssigned(reader, operator);
  return assignmentOf(key, operator.kind === 'equals' ? '=' : '+=', operator.span.end, value);
}

function assignmentOf(key: Key, operator: '=' | '+=', operatorEnd: number, value: Value | undefined): Assignment {
  return {
    kind: 'assignment',
    span: { start: key.span.start, end: value?.span.end ?? operatorEnd },
    key,
    operator,
    value,
  };
}

/** What stands behind an operator. */
function readAssigned(reader: Reader, operator: Lexeme): Value | undefined {
  for (let next = peek(reader); next !== undefined && isOperator(next.kind); next = peek(reader)) {
    report(reader, 'stray-text', next.span);
    reader.at++;
  }
  if (valueFollowsNewline(reader)) {
    report(reader, 'value-on-next-line', operator.span);
    while (kindAt(reader) === 'newline') reader.at++;
  }
  const next = peek(reader);
  if (next === undefined || next.kind === 'newline' || next.kind === 'semicolon') {
    report(reader, 'missing-value', operator.span);
    return undefined;
  }
  if (next.kind === 'comma' || next.kind === 'close') {
    reportRest(reader);
    return undefined;
  }
  return readWholeValue(reader, next);
}

/** A value, and what stands behind it in its line. */
function readWholeValue(reader: Reader, lexeme: Lexeme): Value {
  const value = readValue(reader, lexeme);
  // A list that is not closed ends where the next assignment begins.
  if (value.kind === 'list' && reader.text[value.span.end - 1] !== ']') return value;
  const next = peek(reader);
  if (next === undefined || isLineEnd(next.kind) || next.kind === 'semicolon') return value;
  if (isKeyLike(reader, next) && isOperator(kindAt(reader, 1))) {
    report(reader, 'missing-semicolon', next.span);
    return value;
  }
  if (continuesPython(reader)) return readExpressionBehind(reader, value, next);
  if (next.kind === 'comma') {
    report(reader, 'extra-comma', next.span);
    reader.at++;
    if (!isOperator(kindAt(reader, 1))) skipLine(reader);
    return value;
  }
  reportRest(reader);
  return value;
}

/** An expression of Python that begins with a value. What stands in a list is told all the same. */
function readExpressionBehind(reader: Reader, value: Value, next: Lexeme): Value {
  const { end } = skipExpression(reader, false);
  report(reader, 'python-code', { start: value.kind === 'list' ? next.span.start : value.span.start, end });
  return value.kind === 'list' ? value : unread(reader, { start: value.span.start, end });
}

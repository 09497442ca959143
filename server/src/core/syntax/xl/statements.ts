import type { Span } from '../../text/span.ts';
import type { Assignment, Key, Value } from './ast.ts';
import type { Lexeme } from './lexer.ts';
import { beginsPythonStatement, isPythonWord } from './python.ts';
import {
  assignmentOf,
  continuesPython,
  readValue,
  skipExpression,
  startsValue,
  unread,
  valueFollowsNewline,
  wordText,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import { isLineEnd, isOperator, kindAt, peek, report, restOfLine, skipLine, spanOf } from './reader.ts';

/** What could be meant for a key, by its letters. */
const keyLike = /^[\p{L}\p{N}_.-]+$/u;

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
  if (isOperator(kindAt(reader, 1)) && isKeyLike(reader, lexeme)) return readAssignment(reader, lexeme);
  if (lexeme.kind === 'key' || lexeme.kind === 'word') return readWords(reader, lexeme);
  if (lexeme.kind === 'open') return readHeader(reader);
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
  return lexeme.kind === 'word' && keyLike.test(wordText(reader, lexeme));
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
  const text = wordText(reader, lexeme);
  if (beginsPythonStatement(text) || isPythonWord(text) || isSubscript(reader, lexeme) || isCall(reader)) {
    report(reader, 'python-code', skipExpression(reader, false));
    return undefined;
  }
  const colon = /^([\p{L}\p{N}_.-]+):$/u.exec(text);
  const hasColon = colon !== null || isColon(reader, peek(reader, 1));
  if (!(keyLike.test(text) || colon !== null)) {
    reportRest(reader);
    return undefined;
  }
  const key: Key = {
    text: colon?.[1] ?? text,
    span: { start: lexeme.span.start, end: lexeme.span.end - (colon ? 1 : 0) },
  };
  const ahead = hasColon && colon === null ? 2 : 1;
  if (!startsValue(kindAt(reader, ahead))) {
    report(reader, 'missing-equals-sign', skipLine(reader));
    return undefined;
  }
  report(reader, 'missing-equals-sign', spanOf([lexeme, peek(reader, ahead - 1) ?? lexeme]));
  reader.at += ahead;
  return assignmentOf(key, '=', key.span.end, readWholeValue(reader));
}

function isColon(reader: Reader, lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'word' && wordText(reader, lexeme) === ':';
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
  return next?.kind === 'word' && wordText(reader, next).startsWith('(');
}

/** `[section]`, or a list without a key. */
function readHeader(reader: Reader): undefined {
  const rest = restOfLine(reader);
  const isHeader =
    rest.length > 2 &&
    rest.at(-1)?.kind === 'close' &&
    rest.slice(1, -1).every(({ kind }) => /^(?:key|word|number)$/.test(kind));
  if (isHeader) {
    report(reader, 'section-header', skipLine(reader));
    return undefined;
  }
  report(reader, 'stray-text', spanOf(rest.slice(0, 1)));
  readValue(reader);
  skipLine(reader);
  return undefined;
}

function readAssignment(reader: Reader, lexeme: Lexeme): Assignment {
  const quotes = lexeme.kind === 'string' ? 1 : 0;
  const span: Span = { start: lexeme.span.start + quotes, end: lexeme.span.end - quotes };
  const key: Key = { text: reader.text.slice(span.start, span.end), span };
  if (lexeme.kind !== 'key') report(reader, 'invalid-key', lexeme.span);
  const operator = peek(reader, 1) as Lexeme;
  reader.at += 2;
  const value = readAssigned(reader, operator);
  return assignmentOf(key, operator.kind === 'equals' ? '=' : '+=', operator.span.end, value);
}

/** What stands behind an operator. */
function readAssigned(reader: Reader, operator: Lexeme): Value | undefined {
  while (isOperator(kindAt(reader))) {
    report(reader, 'stray-text', (peek(reader) as Lexeme).span);
    reader.at++;
  }
  const kind = kindAt(reader);
  if (isLineEnd(kind) || kind === 'semicolon') {
    if (!valueFollowsNewline(reader)) {
      report(reader, 'missing-value', operator.span);
      return undefined;
    }
    report(reader, 'value-on-next-line', operator.span);
    while (kindAt(reader) === 'newline') reader.at++;
  }
  if (kind === 'comma' || kind === 'close') {
    reportRest(reader);
    return undefined;
  }
  return readWholeValue(reader);
}

/** A value, and what stands behind it in its line. */
function readWholeValue(reader: Reader): Value {
  const value = readValue(reader);
  const next = peek(reader);
  if (next === undefined || isLineEnd(next.kind) || next.kind === 'semicolon') return value;
  if (isKeyLike(reader, next) && isOperator(kindAt(reader, 1))) {
    report(reader, 'missing-semicolon', next.span);
    return value;
  }
  if (value.kind !== 'list' && continuesPython(reader)) {
    const span = { start: value.span.start, end: skipExpression(reader, false).end };
    report(reader, 'python-code', span);
    return unread(reader, span);
  }
  if (next.kind === 'comma') {
    report(reader, 'extra-comma', next.span);
    reader.at++;
    if (!isOperator(kindAt(reader, 1))) skipLine(reader);
    return value;
  }
  reportRest(reader);
  return value;
}

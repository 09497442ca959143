import type { Span } from '../../text/span.ts';
import type { Assignment, ListValue, NumberValue, StringValue, UnreadValue, Value } from './ast.ts';
import { plainAtom } from './atom.ts';
import { dequote } from './dequote.ts';
import type { Lexeme, LexemeKind } from './lexer.ts';
import { continuesExpression, isPythonWord, openBrackets } from './python.ts';
import type { Reader } from './reader.ts';
import { isAtLineStart, isOperator, kindAt, peek, report, restOfLine, spanOf } from './reader.ts';

/** The kinds of pieces that a value in quotes, a number or a list begins with. */
const valueStarts: ReadonlySet<LexemeKind | undefined> = new Set([
  ...(['string', 'open-string', 'triple', 'number', 'open'] as const),
]);

/** Pieces of which text without quotes is made. */
const bareKinds: ReadonlySet<LexemeKind | undefined> = new Set(['word', 'key', 'number', 'equals', 'comma']);

export function startsValue(kind: LexemeKind | undefined): boolean {
  return valueStarts.has(kind);
}

/** Reads the value at the reader's place, which is neither a line's end nor an operator. */
export function readValue(reader: Reader): Value {
  return kindAt(reader) === 'open' ? readList(reader) : readPlain(reader, false);
}

/**
 * A list with those in it; not by recursion, since a text may nest as deep as it likes.
 */
function readList(reader: Reader): ListValue {
  const opened: { readonly start: number; readonly items: Value[] }[] = [];
  let closed: ListValue | undefined;
  const close = (end: number): void => {
    const list = opened.pop();
    if (list === undefined) return;
    closed = { kind: 'list', span: { start: list.start, end }, items: list.items };
    opened.at(-1)?.items.push(closed);
  };
  let wants: 'value' | 'comma' = 'value';
  do {
    const lexeme = peek(reader);
    const last = reader.lexemes[reader.at - 1]?.span ?? { start: 0, end: 0 };
    if (lexeme === undefined || endsListEarly(reader, wants)) {
      report(reader, 'unclosed-list', lexeme === undefined ? lastWord(reader) : lexeme.span);
      const end = lastWord(reader).end;
      while (opened.length > 0) close(end);
    } else if (lexeme.kind === 'newline') reader.at++;
    else if (lexeme.kind === 'open') {
      if (wants === 'comma') report(reader, 'missing-comma', lexeme.span);
      opened.push({ start: lexeme.span.start, items: [] });
      reader.at++;
      wants = 'value';
    } else if (lexeme.kind === 'close') {
      reader.at++;
      close(lexeme.span.end);
      wants = 'comma';
    } else if (lexeme.kind === 'comma') {
      if (wants === 'value') report(reader, 'extra-comma', lexeme.span);
      reader.at++;
      wants = 'value';
    } else {
      wants = readItem(reader, opened.at(-1)?.items ?? [], wants, last);
    }
  } while (opened.length > 0);
  return closed ?? { kind: 'list', span: { start: 0, end: 0 }, items: [] };
}

/** Reads what stands in a list and is neither a bracket nor a comma; tells what the list wants behind it. */
function readItem(reader: Reader, items: Value[], wants: 'value' | 'comma', before: Span): 'value' | 'comma' {
  const lexeme = peek(reader) as Lexeme;
  if (lexeme.kind === 'semicolon' || isOperator(lexeme.kind)) {
    report(reader, 'stray-text', lexeme.span);
    reader.at++;
    return lexeme.kind === 'semicolon' ? 'value' : wants;
  }
  if (wants === 'comma' && continuesPython(reader)) {
    const item = items.pop();
    const span = { start: item?.span.start ?? before.start, end: skipExpression(reader, true).end };
    report(reader, 'python-code', { start: lexeme.span.start, end: span.end });
    items.push(unread(reader, span));
    return 'comma';
  }
  if (wants === 'comma') report(reader, 'missing-comma', lexeme.span);
  items.push(readPlain(reader, true));
  return 'comma';
}

/** Whether the list has to be taken for closed here, since another assignment begins. */
function endsListEarly(reader: Reader, wants: 'value' | 'comma'): boolean {
  const [first, ahead] = kindAt(reader) === 'semicolon' ? [1, 2] : [0, 1];
  if (kindAt(reader, first) !== 'key' || !isOperator(kindAt(reader, ahead))) return false;
  if (isAtLineStart(reader, first)) return true;
  const follows = kindAt(reader, ahead + 1);
  return (first === 1 || wants === 'comma') && (follows === 'string' || follows === 'open');
}

/** The last piece before the reader's place that is no newline. */
function lastWord(reader: Reader): Span {
  return reader.lexemes.slice(0, reader.at).findLast(({ kind }) => kind !== 'newline')?.span ?? { start: 0, end: 0 };
}

function readPlain(reader: Reader, inList: boolean): Value {
  const lexeme = peek(reader) as Lexeme;
  const { kind, span } = lexeme;
  if (kind === 'string' || kind === 'open-string' || kind === 'triple') {
    reader.at++;
    return readString(reader, lexeme);
  }
  if (kind === 'number' && !goesOnBare(reader, inList)) {
    reader.at++;
    return {
      kind: 'number',
      span,
      atom: plainAtom(reader.text.slice(span.start, span.end), span.start),
    } satisfies NumberValue;
  }
  return readBare(reader, inList);
}

function readString(reader: Reader, { kind, span }: Lexeme): StringValue {
  const quotes = kind === 'triple' ? 3 : 1;
  const isClosed = kind !== 'open-string' && (kind !== 'triple' || endsWithTriple(reader.text, span));
  const inner = { start: span.start + quotes, end: span.end - (isClosed ? quotes : 0) };
  const { atom, problems } = dequote(reader.text, inner);
  // In a string that is none to xl, no escape is looked at.
  if (kind === 'string') for (const problem of problems) report(reader, problem.kind, problem.span);
  return { kind: 'string', span, atom };
}

function endsWithTriple(text: string, { start, end }: Span): boolean {
  return end - start >= 6 && text.slice(end - 3, end) === text.slice(start, start + 3);
}

/** Whether the number at the reader's place is the beginning of text without quotes, as in `512 MB`. */
function goesOnBare(reader: Reader, inList: boolean): boolean {
  const next = kindAt(reader, 1);
  if (next !== 'word' && next !== 'key' && next !== 'number') return false;
  if (isOperator(kindAt(reader, 2))) return false;
  return inList ? next !== 'number' : true;
}

/** Text where quotes are needed, or Python. */
function readBare(reader: Reader, inList: boolean): UnreadValue {
  const rest = restOfLine(reader);
  if (isPython(reader, rest)) {
    const span = skipExpression(reader, inList);
    report(reader, 'python-code', span);
    return unread(reader, span);
  }
  const taken = inList ? bareItem(reader, rest) : bareRest(rest);
  reader.at += taken.length;
  const span = spanOf(taken);
  // A quote that is open behind it tells more: the one before it is missing.
  const isQuoted = rest[taken.length]?.kind === 'open-string';
  if (!isQuoted) report(reader, 'unquoted-value', span);
  return unread(reader, span);
}

function isPython(reader: Reader, rest: readonly Lexeme[]): boolean {
  const [first, second] = rest;
  if (first === undefined) return false;
  const text = wordText(reader, first);
  if (isPythonWord(text)) return true;
  if (second?.kind === 'open' && second.span.start === first.span.end) return true;
  return second !== undefined && /^(?:[%*(]|\+$|\+[A-Za-z"'])/.test(wordText(reader, second)) && first.kind === 'key';
}

/** Whether what follows a value in the line goes on with an expression of Python. */
export function continuesPython(reader: Reader): boolean {
  const lexeme = peek(reader);
  if (lexeme === undefined) return false;
  if (lexeme.kind === 'open') return reader.lexemes[reader.at - 1]?.span.end === lexeme.span.start;
  return (lexeme.kind === 'word' || lexeme.kind === 'key') && continuesExpression(wordText(reader, lexeme));
}

/** Passes an expression of Python: in a list up to the next comma or bracket that is not inside one of its own. */
export function skipExpression(reader: Reader, inList: boolean): Span {
  const taken: Lexeme[] = [];
  let squares = 0;
  for (let lexeme = peek(reader); lexeme !== undefined; lexeme = peek(reader)) {
    const isOpen = squares > 0 || openBrackets(reader.text, taken) > 0;
    if (isAssignmentAt(reader) || (lexeme.kind === 'newline' && !isOpen)) break;
    if (inList && !isOpen && (lexeme.kind === 'comma' || lexeme.kind === 'close')) break;
    if (lexeme.kind === 'open') squares++;
    if (lexeme.kind === 'close') squares = Math.max(0, squares - 1);
    taken.push(lexeme);
    reader.at++;
  }
  return spanOf(taken.filter(({ kind }, index) => kind !== 'newline' || index < taken.length - 1));
}

function isAssignmentAt(reader: Reader): boolean {
  return isAtLineStart(reader) && kindAt(reader) === 'key' && isOperator(kindAt(reader, 1));
}

/** The words of a value without quotes that is no list's: all up to the end of the statement. */
function bareRest(rest: readonly Lexeme[]): readonly Lexeme[] {
  let count = 1;
  while (count < rest.length) {
    const { kind, span } = rest[count] as Lexeme;
    const startsNext = isOperator(rest[count + 1]?.kind) && rest[count - 1]?.span.end !== span.start;
    if (!bareKinds.has(kind) || startsNext) break;
    count++;
  }
  return withoutLastComma(rest.slice(0, count));
}

/** The words of an item without quotes; a comma is part of it where the item reads like `phy:/dev/a,xvda,w`. */
function bareItem(reader: Reader, rest: readonly Lexeme[]): readonly Lexeme[] {
  let count = 1;
  while (count < rest.length) {
    const { kind, span } = rest[count] as Lexeme;
    const isGlued = rest[count - 1]?.span.end === span.start;
    const isSpec = /[/:=]/.test(reader.text.slice(rest[0]?.span.start ?? 0, span.start));
    const isPart = kind === 'comma' ? isGlued && isSpec : bareKinds.has(kind);
    if (!isPart || (!isGlued && rest[count - 1]?.kind === 'comma')) break;
    count++;
  }
  return withoutLastComma(rest.slice(0, count));
}

function withoutLastComma(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  return lexemes.length > 1 && lexemes.at(-1)?.kind === 'comma' ? lexemes.slice(0, -1) : lexemes;
}

export function wordText(reader: Reader, { span }: Lexeme): string {
  return reader.text.slice(span.start, span.end);
}

export function unread(reader: Reader, span: Span): UnreadValue {
  return { kind: 'unread', span, text: reader.text.slice(span.start, span.end) };
}

/** Whether a value stands on one of the next lines, and nothing before it. */
export function valueFollowsNewline(reader: Reader): boolean {
  let ahead = 0;
  while (kindAt(reader, ahead) === 'newline') ahead++;
  return ahead > 0 && startsValue(kindAt(reader, ahead)) && !isOperator(kindAt(reader, ahead + 1));
}

/** What an assignment is made of, once its value is read. */
export function assignmentOf(
  key: Assignment['key'],
  operator: '=' | '+=',
  operatorEnd: number,
  value: Value | undefined,
): Assignment {
  return {
    kind: 'assignment',
    span: { start: key.span.start, end: value?.span.end ?? operatorEnd },
    key,
    operator,
    value,
  };
}

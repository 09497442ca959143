import type { ListValue, Value } from './ast.ts';
import { continuesPython, skipExpression, unread } from './bare-text.ts';
import type { Lexeme } from './lexer.ts';
import { readPlain } from './read-plain.ts';
import type { Reader } from './reader.ts';
import { isOperator, kindAt, peek, report, startsAssignmentLine } from './reader.ts';

/** A list whose closing bracket is still to come. */
interface OpenList {
  readonly start: number;
  readonly items: Value[];
}

/** What a list may go on with: it begins with a value, behind which it wants a comma. */
type Wanted = 'value' | 'comma';

/** YYMAXDEPTH of bison's parsers: xl refuses a file that nests so deep that the parser needs more places than these. */
const placesOfParser = 10_000;

/**
 * Reads the list at the reader's place, with those in it. Not by recursion, since a text may nest as deep as it likes.
 * Where another assignment begins before the closing bracket, the list ends there.
 */
export function readList(reader: Reader): ListValue {
  const start = peek(reader)?.span.start ?? 0;
  const opened: OpenList[] = [{ start, items: [] }];
  reader.at++;
  let wanted: Wanted = 'value';
  for (let list = opened.at(-1); list !== undefined; list = opened.at(-1)) {
    const lexeme = peek(reader);
    if (lexeme === undefined || endsEarly(reader, wanted)) {
      const end = lastPiece(reader);
      // At the end of the file xl stumbles at the last piece that it sees.
      const last = reader.faults.find(({ span }) => span.start >= end.span.end) ?? end;
      report(reader, 'unclosed-list', (lexeme ?? last).span);
      return closeAll(opened, end.span.end);
    }
    if (lexeme.kind === 'close') {
      reader.at++;
      const closed = closeLast(opened, lexeme.span.end);
      if (opened.length === 0) return closed;
      wanted = 'comma';
    } else if (lexeme.kind === 'open') {
      if (isTooDeep(opened)) return giveUp(reader, opened, lexeme);
      if (wanted === 'comma') report(reader, 'missing-comma', lexeme.span);
      reader.at++;
      opened.push({ start: lexeme.span.start, items: [] });
      wanted = 'value';
    } else wanted = readInside(reader, lexeme, list.items, wanted);
  }
  return { kind: 'list', span: { start, end: start }, items: [] };
}

/** Reads one piece of a list that is no bracket; gives what the list wants then. */
function readInside(reader: Reader, lexeme: Lexeme, items: Value[], wanted: Wanted): Wanted {
  switch (lexeme.kind) {
    case 'newline':
      reader.at++;
      return wanted;
    case 'comma':
      if (wanted === 'value') report(reader, 'extra-comma', lexeme.span);
      reader.at++;
      return 'value';
    case 'semicolon':
    case 'equals':
    case 'plus-equals':
      report(reader, 'stray-text', lexeme.span);
      reader.at++;
      return lexeme.kind === 'semicolon' ? 'value' : wanted;
    default:
      return readItem(reader, lexeme, items, wanted);
  }
}

function readItem(reader: Reader, lexeme: Lexeme, items: Value[], wanted: Wanted): Wanted {
  const last = items.at(-1);
  if (wanted === 'comma' && last !== undefined && continuesPython(reader)) {
    const { end } = skipExpression(reader, true);
    // A problem begins on the line where xl finds it.
    const isOnLine = !reader.text.slice(last.span.start, lexeme.span.start).includes('\n');
    report(reader, 'python-code', { start: isOnLine ? last.span.start : lexeme.span.start, end });
    if (last.kind !== 'list') items[items.length - 1] = unread(reader, { start: last.span.start, end });
    return 'comma';
  }
  if (wanted === 'comma') report(reader, 'missing-comma', lexeme.span);
  items.push(readPlain(reader, lexeme, true));
  return 'comma';
}

/** Whether the list has to be taken for closed here, since another assignment begins. */
function endsEarly(reader: Reader, wanted: Wanted): boolean {
  const first = kindAt(reader) === 'semicolon' ? 1 : 0;
  if (kindAt(reader, first) !== 'key' || !isOperator(kindAt(reader, first + 1))) return false;
  if (startsAssignmentLine(reader, first)) return true;
  const follows = kindAt(reader, first + 2);
  return (first === 1 || wanted === 'comma') && (follows === 'string' || follows === 'open');
}

/** The last piece before the reader's place that is no newline. */
function lastPiece(reader: Reader): Lexeme {
  let at = reader.at - 1;
  while (at > 0 && reader.lexemes[at]?.kind === 'newline') at--;
  return reader.lexemes[at] ?? { kind: 'open', span: { start: 0, end: 0 } };
}

function closeLast(opened: OpenList[], end: number): ListValue {
  const { start, items } = opened.pop() ?? { start: end, items: [] };
  const closed: ListValue = { kind: 'list', span: { start, end }, items };
  opened.at(-1)?.items.push(closed);
  return closed;
}

function closeAll(opened: OpenList[], end: number): ListValue {
  let closed = closeLast(opened, end);
  while (opened.length > 0) closed = closeLast(opened, end);
  return closed;
}

/** Before a list, the parser's stack holds four places; a list takes two, and three more behind its first item. */
function isTooDeep(opened: readonly OpenList[]): boolean {
  if (opened.length < placesOfParser / 5 - 10) return false;
  const places = opened.reduce((sum, { items }) => sum + (items.length > 0 ? 5 : 2), 4);
  return places + 4 >= placesOfParser;
}

/** The parser stops for good. */
function giveUp(reader: Reader, opened: OpenList[], { span }: Lexeme): ListValue {
  report(reader, 'stray-text', span);
  reader.at = reader.lexemes.length;
  return closeAll(opened, span.start);
}

/** Text where xl wants quotes: words, or an expression of Python. */
import type { Span } from '../../text/span.ts';
import type { UnreadValue } from './ast.ts';
import type { Lexeme, LexemeKind } from './lexer.ts';
import { bracketsOpened, continuesExpression, isPythonOperator, isPythonWord } from './python.ts';
import type { Reader } from './reader.ts';
import { isOperator, kindAt, lexemeText, peek, report, restOfLine, spanOf, startsAssignmentLine } from './reader.ts';

/** Pieces of which text without quotes is made. */
const bareKinds: ReadonlySet<LexemeKind | undefined> = new Set(['word', 'key', 'number', 'equals', 'comma']);

/** Reads the text at the reader's place, with a problem about it. */
export function readBare(reader: Reader, inList: boolean): UnreadValue {
  if (beginsPython(reader)) {
    const span = skipExpression(reader, inList);
    report(reader, 'python-code', span);
    return unread(reader, span);
  }
  const span = inList ? skipBareItem(reader) : skipBareRest(reader);
  // A quote that is open behind it tells more: the one before it is missing.
  if (kindAt(reader) !== 'open-string') report(reader, 'unquoted-value', span);
  return unread(reader, span);
}

/** Whether the number at the reader's place is the beginning of text without quotes, as in `512 MB`. */
export function isNumberOfBare(reader: Reader, inList: boolean): boolean {
  const next = kindAt(reader, 1);
  if (next !== 'word' && next !== 'key' && next !== 'number') return false;
  if (isOperator(kindAt(reader, 2))) return false;
  return inList ? next !== 'number' : true;
}

/** Whether what follows a value in its line goes on with an expression of Python. */
export function continuesPython(reader: Reader): boolean {
  const lexeme = peek(reader);
  if (lexeme === undefined) return false;
  if (lexeme.kind === 'open') return reader.lexemes[reader.at - 1]?.span.end === lexeme.span.start;
  return (lexeme.kind === 'word' || lexeme.kind === 'key') && continuesExpression(lexemeText(reader, lexeme));
}

/**
 * Passes an expression of Python: to the end of its line, and further as long as a bracket of its own is open. In a list
 * it ends before a comma, too, and before a bracket that is not its own.
 */
export function skipExpression(reader: Reader, inList: boolean): Span {
  const taken: Lexeme[] = [];
  let open = 0;
  for (let lexeme = peek(reader); lexeme !== undefined; lexeme = peek(reader)) {
    const isOpen = open > 0;
    if (lexeme.kind === 'newline' && !isOpen) break;
    if (startsAssignmentLine(reader) && !(isOpen && isArgument(reader))) break;
    if (inList && !isOpen && (lexeme.kind === 'comma' || lexeme.kind === 'close')) break;
    open = Math.max(0, open + bracketsOpened(lexeme, lexemeText(reader, lexeme)));
    taken.push(lexeme);
    reader.at++;
  }
  // The newline before what is not part of it stays.
  while (taken.at(-1)?.kind === 'newline') {
    taken.pop();
    reader.at--;
  }
  return spanOf(taken);
}

/** Whether the line, which begins like an assignment, is an argument of a call over several lines: `use="…",` */
function isArgument(reader: Reader): boolean {
  const last = restOfLine(reader).at(-1);
  return last !== undefined && (last.kind === 'comma' || /[)}]$/.test(lexemeText(reader, last)));
}

export function unread(reader: Reader, span: Span): UnreadValue {
  return { kind: 'unread', span, text: reader.text.slice(span.start, span.end) };
}

function beginsPython(reader: Reader): boolean {
  const [first, second] = [peek(reader), peek(reader, 1)];
  if (first === undefined) return false;
  if (isPythonWord(lexemeText(reader, first))) return true;
  if (second?.kind === 'open' && second.span.start === first.span.end) return true;
  return second?.kind === 'word' && first.kind !== 'word' && isPythonOperator(lexemeText(reader, second));
}

/** Passes a value without quotes that is no list's: all words up to the end of the statement. */
function skipBareRest(reader: Reader): Span {
  return skipWhile(reader, ({ kind, span }, before) => {
    const startsNext = isOperator(kindAt(reader, 1)) && before.span.end !== span.start;
    return bareKinds.has(kind) && !startsNext;
  });
}

/** Passes an item without quotes; a comma is part of it where the item reads like `phy:/dev/a,xvda,w`. */
function skipBareItem(reader: Reader): Span {
  let isSpec = false;
  return skipWhile(reader, ({ kind, span }, before) => {
    isSpec ||= /[/:=]/.test(lexemeText(reader, before));
    const isGlued = before.span.end === span.start;
    if (kind === 'comma') return isGlued && isSpec;
    return bareKinds.has(kind) && (isGlued || before.kind !== 'comma');
  });
}

/** Passes the piece at the reader's place and those behind it that belong to it, but for a comma at the end. */
function skipWhile(reader: Reader, belongs: (lexeme: Lexeme, before: Lexeme) => boolean): Span {
  const start = reader.at;
  let before = peek(reader);
  reader.at++;
  for (
    let next = peek(reader);
    next !== undefined && before !== undefined && belongs(next, before);
    next = peek(reader)
  ) {
    before = next;
    reader.at++;
  }
  if (before?.kind === 'comma' && reader.at - start > 1) reader.at--;
  return spanOf(reader.lexemes.slice(start, reader.at));
}

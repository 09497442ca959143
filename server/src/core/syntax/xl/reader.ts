import type { Span } from '../../text/span.ts';
import type { XlProblem, XlProblemKind } from './ast.ts';
import type { Lexeme, LexemeKind } from './lexer.ts';
import { lexicalProblems } from './lexer.ts';

/** The pieces of a text that count for its grammar, and what is wrong with them so far. */
export interface Reader {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** What is wrong with the pieces left out, at which xl stumbles. */
  readonly faults: readonly XlProblem[];
  readonly problems: XlProblem[];
  /** The place in `lexemes`. */
  at: number;
}

/** What the grammar does not see. A CR and a NUL have problems of their own and are no blanks to xl. */
const unseen: ReadonlySet<LexemeKind> = new Set([
  ...(['byte-order-mark', 'blank', 'comment', 'continuation', 'carriage-return', 'nul', 'unread'] as const),
]);

export function openReader(text: string, lexemes: readonly Lexeme[]): Reader {
  return {
    text,
    lexemes: lexemes.filter(({ kind }) => !unseen.has(kind)),
    faults: lexicalProblems(
      text,
      lexemes.filter(({ kind }) => unseen.has(kind)),
    ),
    problems: [],
    at: 0,
  };
}

/** The piece at the reader's place, or so many behind it; `undefined` at the end of the file. */
export function peek(reader: Reader, ahead = 0): Lexeme | undefined {
  return reader.lexemes[reader.at + ahead];
}

export function kindAt(reader: Reader, ahead = 0): LexemeKind | undefined {
  return peek(reader, ahead)?.kind;
}

export function report(reader: Reader, kind: XlProblemKind, span: Span): void {
  reader.problems.push({ kind, span });
}

export function isLineEnd(kind: LexemeKind | undefined): boolean {
  return kind === undefined || kind === 'newline';
}

export function isOperator(kind: LexemeKind | undefined): boolean {
  return kind === 'equals' || kind === 'plus-equals';
}

/** Whether the piece before the reader's place is a newline, or there is none. */
function isAtLineStart(reader: Reader, ahead = 0): boolean {
  return isLineEnd(reader.lexemes[reader.at + ahead - 1]?.kind);
}

/** Whether a line that begins at the reader's place, or so many pieces behind it, begins with a key and an operator. */
export function startsAssignmentLine(reader: Reader, ahead = 0): boolean {
  return isAtLineStart(reader, ahead) && kindAt(reader, ahead) === 'key' && isOperator(kindAt(reader, ahead + 1));
}

export function lexemeText(reader: Reader, { span }: Lexeme): string {
  return reader.text.slice(span.start, span.end);
}

/** The pieces from the reader's place to the end of the line, which stays where it is. */
export function restOfLine(reader: Reader): readonly Lexeme[] {
  let end = reader.at;
  while (!isLineEnd(reader.lexemes[end]?.kind)) end++;
  return reader.lexemes.slice(reader.at, end);
}

/** Goes to the end of the line; gives the span of what was passed. */
export function skipLine(reader: Reader): Span {
  const rest = restOfLine(reader);
  reader.at += rest.length;
  return spanOf(rest);
}

/** From the first piece to the last one. */
export function spanOf(lexemes: readonly Lexeme[]): Span {
  return { start: lexemes[0]?.span.start ?? 0, end: lexemes.at(-1)?.span.end ?? 0 };
}

/** The problems by their places, each once, those of Python on lines that follow each other as one. */
export function mergeProblems(text: string, problems: readonly XlProblem[]): readonly XlProblem[] {
  const ordered = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const merged: XlProblem[] = [];
  for (const problem of ordered) {
    const last = merged.at(-1);
    const isSame = last?.kind === problem.kind;
    if (last !== undefined && isSame && joins(text, last, problem)) {
      merged[merged.length - 1] = {
        kind: last.kind,
        span: { start: last.span.start, end: Math.max(last.span.end, problem.span.end) },
      };
    } else merged.push(problem);
  }
  return merged;
}

function joins(text: string, one: XlProblem, next: XlProblem): boolean {
  if (next.span.start < one.span.end || (next.span.start === one.span.start && next.span.end === one.span.end))
    return true;
  if (one.kind !== 'python-code') return false;
  return /^(?:[ \t\r\n]|#[^\n]*\n)*$/.test(text.slice(one.span.end, next.span.start));
}

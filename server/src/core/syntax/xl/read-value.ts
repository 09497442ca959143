import type { Value } from './ast.ts';
import type { Lexeme, LexemeKind } from './lexer.ts';
import { readList } from './read-list.ts';
import { readPlain } from './read-plain.ts';
import type { Reader } from './reader.ts';
import { isOperator, kindAt } from './reader.ts';

/** The kinds of pieces that a value in quotes, a number or a list begins with. */
const valueStarts: ReadonlySet<LexemeKind | undefined> = new Set([
  ...(['string', 'open-string', 'triple', 'number', 'open'] as const),
]);

export function startsValue(kind: LexemeKind | undefined): boolean {
  return valueStarts.has(kind);
}

/**
 * Reads a value.
 *
 * @param lexeme the piece at the reader's place: no line's end, operator, comma, semicolon or closing bracket
 */
export function readValue(reader: Reader, lexeme: Lexeme): Value {
  return lexeme.kind === 'open' ? readList(reader) : readPlain(reader, lexeme, false);
}

/** Whether a value stands on one of the next lines, and nothing before it. */
export function valueFollowsNewline(reader: Reader): boolean {
  let ahead = 0;
  while (kindAt(reader, ahead) === 'newline') ahead++;
  return ahead > 0 && startsValue(kindAt(reader, ahead)) && !isOperator(kindAt(reader, ahead + 1));
}

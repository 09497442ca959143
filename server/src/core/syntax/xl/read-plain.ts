import type { Span } from '../../text/span.ts';
import type { StringValue, Value } from './ast.ts';
import { plainAtom } from './atom.ts';
import { isNumberOfBare, readBare } from './bare-text.ts';
import { dequote } from './dequote.ts';
import type { Lexeme } from './lexer.ts';
import type { Reader } from './reader.ts';
import { lexemeText, report } from './reader.ts';

/**
 * Reads a value that is no list.
 *
 * @param lexeme the piece at the reader's place
 */
export function readPlain(reader: Reader, lexeme: Lexeme, inList: boolean): Value {
  const { kind, span } = lexeme;
  if (kind === 'string' || kind === 'open-string' || kind === 'triple') {
    reader.at++;
    return readString(reader, lexeme);
  }
  if (kind === 'number' && !isNumberOfBare(reader, inList)) {
    reader.at++;
    return { kind: 'number', span, atom: plainAtom(lexemeText(reader, lexeme), span.start) };
  }
  return readBare(reader, inList);
}

function readString(reader: Reader, { kind, span }: Lexeme): StringValue {
  const quotes = kind === 'triple' ? 3 : 1;
  const isClosed = kind === 'string' || (kind === 'triple' && isTripleClosed(reader.text, span));
  const inside = { start: span.start + quotes, end: span.end - (isClosed ? quotes : 0) };
  const { atom, problems } = dequote(reader.text, inside);
  // In a string that is none to xl, no escape is looked at.
  if (kind === 'string') for (const problem of problems) report(reader, problem.kind, problem.span);
  return { kind: 'string', span, atom };
}

function isTripleClosed(text: string, { start, end }: Span): boolean {
  return end - start >= 6 && text.slice(end - 3, end) === text.slice(start, start + 3);
}

import type { Token, TokenKind } from '../tree.ts';
import type { PhysicalLine } from './lexer.ts';
import { isBlank, physicalLines, skipBlanks, wordEnd } from './lexer.ts';

/** The tokens of an interfaces file; joined, they are the text. */
export function tokenizeInterfaces(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const push = (kind: TokenKind, start: number, end: number): void => {
    if (end > start) tokens.push({ kind, span: { start, end } });
  };
  if (text.startsWith('\uFEFF')) push('byte-order-mark', 0, 1);
  for (const line of physicalLines(text)) {
    const end = line.isContinued && line.end > line.start ? line.end - 1 : line.end;
    if (line.kind === 'comment') pushComment(push, text, line);
    else pushWords(push, text, line.start, end);
    push('continuation', end, line.end);
    push('unread', line.end, line.newline);
    push('newline', line.newline, Math.min(line.newline + 1, text.length));
  }
  return tokens;
}

type Push = (kind: TokenKind, start: number, end: number) => void;

function pushComment(push: Push, text: string, line: PhysicalLine): void {
  const start = skipBlanks(text, line.start, line.end);
  let end = line.end;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  push('blank', line.start, start);
  push('comment', start, end);
  push('blank', end, line.end);
}

function pushWords(push: Push, text: string, start: number, end: number): void {
  let at = start;
  while (at < end) {
    const word = skipBlanks(text, at, end);
    push('blank', at, word);
    at = Math.min(wordEnd(text, word), end);
    push('word', word, at);
  }
}

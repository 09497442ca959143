/**
 * Splits an interfaces file into logical lines just as `get_line` of ifupdown's config.c does: only LF ends a line, a
 * NUL ends what is read of it, `#` is a comment only as the first letter of a line that continues no other, and a
 * backslash continues a line only as its very last character. What follows a continuation is taken as it stands: its
 * leading blanks are kept and a `#` in it is data.
 */
import type { Span } from '../../text/span.ts';
import type { Token, TokenKind } from '../tree.ts';
import type { Comment, Value, Word } from './ast.ts';

/** A line as ifupdown sees it, after joining; never empty. */
export interface LogicalLine {
  readonly text: string;
  readonly pieces: Value['pieces'];
}

export interface LexedText {
  readonly tokens: readonly Token[];
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly Comment[];
}

interface PhysicalLine {
  /** Where the part begins that ifupdown reads. */
  readonly start: number;
  /** Where it ends: at the newline, at a NUL, or at the end of the text. */
  readonly end: number;
  /** Where the next line begins, or the length of the text. */
  readonly next: number;
}

/** ifupdown reads words into buffers of 80 bytes, the last of which holds the closing NUL. */
const longestWord = 79;

export function lexInterfaces(text: string): LexedText {
  const tokens: Token[] = [];
  const lines: LogicalLine[] = [];
  const comments: Comment[] = [];
  let at = 0;
  if (text.startsWith('\uFEFF')) {
    tokens.push({ kind: 'byte-order-mark', span: { start: 0, end: 1 } });
    at = 1;
  }
  while (at < text.length) {
    const first = physicalLineAt(text, at);
    const content = text.slice(first.start, first.end);
    const indent = content.length - content.replace(/^[ \t\v\f\r]+/, '').length;
    if (content.charAt(indent) === '#') {
      const span = { start: first.start + indent, end: first.start + content.trimEnd().length };
      comments.push({ text: text.slice(span.start, span.end), span });
      pushToken(tokens, 'blank', first.start, span.start);
      pushToken(tokens, 'comment', span.start, span.end);
      pushToken(tokens, 'blank', span.end, first.end);
      pushLineEnd(tokens, text, first);
      at = first.next;
      continue;
    }
    const { line, next } = joinContinuations(text, first, indent, tokens);
    if (line.text !== '') lines.push(line);
    at = next;
  }
  return { tokens, lines, comments };
}

/** The words of a logical line from `from` on, cut as ifupdown cuts them. */
export function wordsOf(line: LogicalLine, from = 0): readonly Word[] {
  const words: Word[] = [];
  const pattern = /[^ \t\v\f\r\n]+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(line.text); match !== null; match = pattern.exec(line.text)) {
    words.push({ text: cutWord(match[0]), span: spanIn(line.pieces, match.index, match.index + match[0].length) });
  }
  return words;
}

/** The span in the file of a part of a joined text. `from` and `to` count in the joined text. */
export function spanIn(pieces: Value['pieces'], from: number, to: number): Span {
  const start = offsetIn(pieces, from);
  return { start, end: to > from ? offsetIn(pieces, to - 1) + 1 : start };
}

function offsetIn(pieces: Value['pieces'], at: number): number {
  const piece = pieces.findLast((candidate) => candidate.at <= at);
  return piece === undefined ? at : piece.offset + at - piece.at;
}

function physicalLineAt(text: string, start: number): PhysicalLine {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const nul = text.indexOf('\0', start);
  return { start, end: nul >= 0 && nul < end ? nul : end, next: newline < 0 ? text.length : newline + 1 };
}

function joinContinuations(
  text: string,
  first: PhysicalLine,
  indent: number,
  tokens: Token[],
): { readonly line: LogicalLine; readonly next: number } {
  const pieces = [{ at: 0, offset: first.start + indent }];
  let joined = text.slice(first.start + indent, first.end);
  let physical = first;
  while (joined.endsWith('\\')) {
    joined = joined.slice(0, -1);
    // At the end of the text ifupdown drops every backslash there is (config.c appends an empty line each time).
    if (physical.next >= text.length) continue;
    pushContent(tokens, text, physical, true);
    physical = physicalLineAt(text, physical.next);
    pieces.push({ at: joined.length, offset: physical.start });
    joined += text.slice(physical.start, physical.end);
  }
  pushContent(tokens, text, physical, text.slice(physical.start, physical.end).endsWith('\\'));
  return { line: { text: joined.replace(/[ \t\v\f\r]+$/, ''), pieces }, next: physical.next };
}

function pushContent(tokens: Token[], text: string, line: PhysicalLine, continued: boolean): void {
  const end = continued && text.charAt(line.end - 1) === '\\' && line.end > line.start ? line.end - 1 : line.end;
  for (const match of text.slice(line.start, end).matchAll(/([ \t\v\f\r]+)|[^ \t\v\f\r]+/g)) {
    const start = line.start + match.index;
    pushToken(tokens, match[1] === undefined ? 'word' : 'blank', start, start + match[0].length);
  }
  pushToken(tokens, 'continuation', end, line.end);
  pushLineEnd(tokens, text, line);
}

function pushLineEnd(tokens: Token[], text: string, line: PhysicalLine): void {
  const newline = text.charAt(line.next - 1) === '\n' && line.next > line.end ? line.next - 1 : line.next;
  pushToken(tokens, 'unread', line.end, newline);
  pushToken(tokens, 'newline', newline, line.next);
}

function pushToken(tokens: Token[], kind: TokenKind, start: number, end: number): void {
  if (end > start) tokens.push({ kind, span: { start, end } });
}

function cutWord(word: string): string {
  if (word.length * 3 <= longestWord) return word;
  let bytes = 0;
  let cut = '';
  for (const letter of word) {
    bytes += utf8Length(letter.codePointAt(0) ?? 0);
    if (bytes > longestWord) break;
    cut += letter;
  }
  return cut;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

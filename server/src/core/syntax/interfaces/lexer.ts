/**
 * Splits an interfaces file into logical lines just as `get_line` of ifupdown's config.c does: only LF ends a line, a
 * NUL ends what is read of it, `#` is a comment only as the first letter of a line that continues no other, and a
 * backslash continues a line only as its very last character. What follows a continuation is taken as it stands: its
 * leading blanks are kept and a `#` in it is data.
 *
 * It runs over the whole text at every key press, hence character codes instead of regular expressions.
 */
import type { Span } from '../../text/span.ts';
import type { Comment } from '../tree.ts';
import type { Value, Word } from './ast.ts';

/** A line as ifupdown sees it, after joining; never empty. */
export interface LogicalLine {
  readonly text: string;
  readonly pieces: Value['pieces'];
}

export interface LexedText {
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly Comment[];
}

/** A line of the file. */
export interface PhysicalLine {
  /** Where the part begins that ifupdown reads; behind a byte order mark. */
  readonly start: number;
  /** Where it ends: at the newline, at a NUL, or at the end of the text. */
  readonly end: number;
  /** Where the line ends for the editor: at its newline or at the end of the text. */
  readonly newline: number;
  /** What the line is: blanks alone count as `text`. */
  readonly kind: 'comment' | 'text';
  /** Whether the next line continues it. */
  readonly isContinued: boolean;
  /** Whether it continues the line before. */
  readonly isContinuation: boolean;
}

const backslash = 92;
const numberSign = 35;

/** ifupdown reads words into buffers of 80 bytes, the last of which holds the closing NUL. */
const longestWord = 79;

/** isspace(3) in the C locale, which ifupdown runs in. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The physical lines of a text, each with its part in the logical line. */
export function* physicalLines(text: string): Generator<PhysicalLine, void, undefined> {
  const nuls = nulFinder(text);
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let isContinuation = false;
  // How many backslashes the joined text ends with; an empty line that is appended leaves the one before the first.
  let backslashes = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const newline = found < 0 ? text.length : found;
    const end = Math.min(newline, nuls(start));
    const first = skipBlanks(text, start, end);
    const kind: PhysicalLine['kind'] =
      !isContinuation && first < end && text.charCodeAt(first) === numberSign ? 'comment' : 'text';
    const own = backslashesAtEnd(text, start, end);
    backslashes = own === end - start && isContinuation ? own + backslashes : own;
    const isContinued: boolean = kind === 'text' && backslashes > 0;
    yield { start, end, newline, kind, isContinued, isContinuation };
    backslashes -= 1;
    isContinuation = isContinued;
    start = newline + 1;
  }
}

/** The logical lines and the comments of a text. */
export function lexInterfaces(text: string): LexedText {
  const lines: LogicalLine[] = [];
  const comments: Comment[] = [];
  let joined = '';
  let pieces: { at: number; offset: number }[] = [];
  for (const line of physicalLines(text)) {
    if (line.kind === 'comment') {
      const span = { start: skipBlanks(text, line.start, line.end), end: trimBlanks(text, line.start, line.end) };
      comments.push({ text: text.slice(span.start, span.end), span });
      continue;
    }
    const offset = line.isContinuation ? line.start : skipBlanks(text, line.start, line.end);
    pieces.push({ at: joined.length, offset });
    joined += text.slice(offset, line.end);
    if (line.isContinued) {
      joined = joined.slice(0, -1);
      if (line.newline < text.length - 1) continue;
      // At the end of the text ifupdown drops every backslash there is (config.c appends an empty line each time).
      while (joined.endsWith('\\')) joined = joined.slice(0, -1);
    }
    const length = trimBlanks(joined, 0, joined.length);
    if (length > 0) lines.push({ text: length === joined.length ? joined : joined.slice(0, length), pieces });
    joined = '';
    pieces = [];
  }
  return { lines, comments };
}

/** The words of a logical line from `from` on, cut as ifupdown cuts them. */
export function wordsOf(line: LogicalLine, from = 0): readonly Word[] {
  const words: Word[] = [];
  const { text } = line;
  let at = skipBlanks(text, from, text.length);
  while (at < text.length) {
    const end = wordEnd(text, at);
    words.push({ text: cutWord(text.slice(at, end)), span: spanIn(line.pieces, at, end) });
    at = skipBlanks(text, end, text.length);
  }
  return words;
}

/** Where the word that begins at the offset ends. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The first offset from `from` on that holds no blank; `end` where there is none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The span in the file of a part of a joined text. `from` and `to` count in the joined text. */
export function spanIn(pieces: Value['pieces'], from: number, to: number): Span {
  const start = offsetIn(pieces, from);
  return { start, end: to > from ? offsetIn(pieces, to - 1) + 1 : start };
}

function offsetIn(pieces: Value['pieces'], at: number): number {
  let index = pieces.length - 1;
  while (index > 0 && (pieces[index]?.at ?? 0) > at) index--;
  const piece = pieces[index];
  return piece === undefined ? at : piece.offset + at - piece.at;
}

/** Gives the place of the next NUL from an offset on, for offsets that only grow; the text's length where there is none. */
function nulFinder(text: string): (from: number) => number {
  const find = (from: number): number => {
    const found = text.indexOf('\0', from);
    return found < 0 ? text.length : found;
  };
  let next = find(0);
  return (from) => {
    if (next < from) next = find(from);
    return next;
  };
}

function backslashesAtEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === backslash) at--;
  return end - at;
}

function trimBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The part of a word that ifupdown keeps. */
export function cutWord(word: string): string {
  if (word.length * 3 <= longestWord) return word;
  let bytes = 0;
  let cut = '';
  for (const letter of word) {
    const before = bytes;
    bytes += utf8Length(letter.codePointAt(0) ?? 0);
    // Half a letter stays of one that reaches beyond the end.
    if (bytes > longestWord) return before < longestWord ? `${cut}\uFFFD` : cut;
    cut += letter;
  }
  return cut;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

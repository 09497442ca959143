/**
 * Splits a file in xl's language into its pieces as libxlu_cfg_l.l does, and goes on behind what that lexer cannot read: a
 * run of letters without a blank is one word, whatever xl would make of its parts. Up to the first fault of a line the
 * pieces are those of xl.
 *
 * A letter that xl has no token for begins its state `lexerr`, which takes the rest up to a blank. Where such a letter is
 * the very last of the file, flex ends there without a word, so that xl never sees it: it is `unread`.
 */
import type { Span } from '../../text/span.ts';
import type { SyntaxProblem, Token, TokenKind } from '../tree.ts';
import type { XlProblemKind } from './ast.ts';

/** What a piece is to the parser. */
export type LexemeKind =
  | 'byte-order-mark'
  | 'blank'
  | 'newline'
  | 'comment'
  | 'continuation'
  | 'carriage-return'
  | 'nul'
  | 'unread'
  /** `[a-z][._0-9a-z]*` */
  | 'key'
  /** `[0-9][0-9a-fx]*` */
  | 'number'
  | 'string'
  /** A quote without its other one on the line. */
  | 'open-string'
  /** Three quotes, up to the next three. */
  | 'triple'
  /** Letters without a blank that are no token of xl's, or several. */
  | 'word'
  | 'equals'
  | 'plus-equals'
  | 'open'
  | 'close'
  | 'comma'
  | 'semicolon';

export interface Lexeme {
  readonly kind: LexemeKind;
  readonly span: Span;
}

/** A word ends where a piece begins that is read for itself, such as `+=`, or a backslash that continues the line. */
const wordPattern = /(?:(?!\+=|\\[ \t\r]*\n)[^ \t\n\r\0=,;[\]#'"])+/y;
const keyPattern = /[a-z][._0-9a-z]*/y;
const numberPattern = /[0-9][0-9a-fx]*/y;
const blankPattern = /[ \t]+/y;
const commentPattern = /#[^\n]*/y;
const continuationPattern = /\\[ \t\r]*\n/y;
const stringPattern = /'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"/y;
const restOfLine = /[^\n]*/y;

const punctuation: Readonly<Record<string, LexemeKind>> = {
  '\n': 'newline',
  '\r': 'carriage-return',
  '\0': 'nul',
  '=': 'equals',
  '[': 'open',
  ']': 'close',
  ',': 'comma',
  ';': 'semicolon',
};

/** The pieces of a text; joined, they are the text. */
export function lexXl(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  const push = (kind: LexemeKind, end: number): void => {
    lexemes.push({ kind, span: { start: at, end } });
    at = end;
  };
  let at = 0;
  // So many brackets are open; an assignment at the beginning of a line shows that they were to be closed before.
  let depth = 0;
  if (text.startsWith('\uFEFF')) push('byte-order-mark', 1);
  while (at < text.length) {
    const letter = text[at] ?? '';
    const kind = punctuation[letter];
    if (kind !== undefined && !isUnread(text, at)) {
      if (kind === 'open') depth++;
      if (kind === 'close') depth = Math.max(0, depth - 1);
      if (kind === 'newline' && depth > 0 && beginsAssignment(text, at + 1)) depth = 0;
      push(kind, at + 1);
    } else {
      const [found, end] = nextPiece(text, at, letter, depth > 0);
      push(found, end);
    }
  }
  return lexemes;
}

const assignmentPattern = /[ \t]*[a-z][._0-9a-z]*[ \t]*\+?=/y;

/** Whether the line that begins at the offset begins with a key and an operator. */
function beginsAssignment(text: string, lineStart: number): boolean {
  return matchEnd(assignmentPattern, text, lineStart) !== undefined;
}

function nextPiece(text: string, at: number, letter: string, inList: boolean): readonly [LexemeKind, number] {
  const blank = matchEnd(blankPattern, text, at);
  if (blank !== undefined) return ['blank', blank];
  if (isUnread(text, at)) return ['unread', at + 1];
  if (letter === '#') return ['comment', matchEnd(commentPattern, text, at) ?? at + 1];
  if (letter === "'" || letter === '"') return quoted(text, at, letter, inList);
  if (text.startsWith('+=', at)) return ['plus-equals', at + 2];
  const continued = letter === '\\' ? matchEnd(continuationPattern, text, at) : undefined;
  if (continued !== undefined) return ['continuation', continued];
  return word(text, at);
}

/** Whether the offset is the file's last letter and one that xl has no token for. */
function isUnread(text: string, at: number): boolean {
  return at === text.length - 1 && /[^a-z0-9,[\]=;\n \t]/.test(text[at] ?? '') && text.charCodeAt(at) < 0x80;
}

/** A word; its last letter is left to itself where xl does not see it. */
function word(text: string, at: number): readonly [LexemeKind, number] {
  const end = matchEnd(wordPattern, text, at) ?? at + 1;
  if (matchEnd(keyPattern, text, at) === end) return ['key', end];
  if (matchEnd(numberPattern, text, at) === end) return ['number', end];
  // Pieces that xl reads, one of them behind the other without a blank, and then the letter that it does not see.
  if (end === text.length && isUnread(text, end - 1) && /^[a-z0-9][._0-9a-z]*$/.test(text.slice(at, end - 1))) {
    const [kind, before] = word(text.slice(0, end - 1), at);
    return [kind, before];
  }
  return ['word', end];
}

function quoted(text: string, at: number, quote: string, inList: boolean): readonly [LexemeKind, number] {
  const three = quote.repeat(3);
  if (text.startsWith(three, at) && at + 3 < text.length) {
    const closing = text.indexOf(three, at + 3);
    return ['triple', closing < 0 ? lineEnd(text, at) : closing + 3];
  }
  const end = matchEnd(stringPattern, text, at);
  if (end !== undefined) return ['string', end];
  const rest = lineEnd(text, at);
  // What closes the list, or goes on with it, is hardly meant to be in the string.
  return ['open-string', inList ? withoutListEnd(text, at + 1, rest) : rest];
}

/** Where a piece of the text ends without a closing bracket, a comma and blanks at its end. */
function withoutListEnd(text: string, start: number, end: number): number {
  const withoutBlanks = (from: number): number => {
    let to = from;
    while (to > start && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--;
    return to;
  };
  let to = withoutBlanks(end);
  for (const letter of [']', ',']) {
    if (to > start && text[to - 1] === letter) to = withoutBlanks(to - 1);
  }
  return to;
}

/** Where the line ends, its CR left out. */
function lineEnd(text: string, at: number): number {
  const end = matchEnd(restOfLine, text, at) ?? at;
  return text[end - 1] === '\r' && end - 1 > at ? end - 1 : end;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex > at ? pattern.lastIndex : undefined;
}

const tokenKinds: Readonly<Partial<Record<LexemeKind, TokenKind>>> = {
  'byte-order-mark': 'byte-order-mark',
  blank: 'blank',
  newline: 'newline',
  comment: 'comment',
  continuation: 'continuation',
  unread: 'unread',
  key: 'key',
  number: 'number',
  string: 'string',
  'open-string': 'string',
  triple: 'string',
  word: 'word',
  'carriage-return': 'stray',
  nul: 'stray',
};

/** The tokens of the tree. */
export function tokensOf(lexemes: readonly Lexeme[]): readonly Token[] {
  return lexemes.map(({ kind, span }) => ({ kind: tokenKinds[kind] ?? 'punctuation', span }));
}

/** What is wrong with single pieces, wherever they stand. */
export function lexicalProblems(text: string, lexemes: readonly Lexeme[]): readonly SyntaxProblem<XlProblemKind>[] {
  return lexemes.flatMap(({ kind, span }): readonly SyntaxProblem<XlProblemKind>[] => {
    if (kind === 'comment') return isCommentUnended(text, span) ? [{ kind: 'comment-without-newline', span }] : [];
    const problem = ownProblems[kind];
    return problem === undefined ? [] : [{ kind: problem, span }];
  });
}

const ownProblems: Readonly<Partial<Record<LexemeKind, XlProblemKind>>> = {
  'byte-order-mark': 'xl-byte-order-mark',
  'carriage-return': 'carriage-return',
  nul: 'xl-nul-byte',
  continuation: 'line-continuation',
  'open-string': 'unterminated-string',
  triple: 'triple-quotes',
};

/** A lone `#` at the very end is a letter that xl does not see. */
function isCommentUnended(text: string, span: Span): boolean {
  return span.end === text.length && span.end - span.start > 1;
}

import type { Span } from '../../text/span.ts';
import type { IfaceStanza, InterfacesTree, MappingStanza } from './ast.ts';
import { isBlank, physicalLines, skipBlanks, wordEnd } from './lexer.ts';

/** The logical line that a cursor stands in, cut into what is before it and behind it. */
export interface CursorLine {
  /** The word that the cursor touches; empty, at the cursor, between blanks. */
  readonly word: Span;
  /** The letters of that word before the cursor. */
  readonly typed: string;
  /** The words of the line before and behind it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** From the start of the first physical line to the end of the last one, without its newline. */
  readonly span: Span;
  readonly isComment: boolean;
  readonly isIndented: boolean;
  /** The stanza above that takes the line if it begins with no keyword. */
  readonly open: IfaceStanza | MappingStanza | undefined;
}

/** The logical line at an offset. `undefined`: ifupdown does not read that place, because a NUL stands before it. */
export function cursorLineAt(tree: InterfacesTree, offset: number): CursorLine | undefined {
  const { text } = tree;
  const { span, isComment, isRead } = logicalLineAt(text, offset);
  if (!isRead) return undefined;
  const before = joined(text.slice(span.start, offset));
  const typed = /[^ \t\v\f\r\n]*$/.exec(before)?.[0] ?? '';
  const end = wordEnd(text, offset);
  const behind = text.slice(offset, end);
  // A backslash that continues the line belongs to no word.
  const wordLength = text.charAt(end) === '\n' && behind.endsWith('\\') ? behind.length - 1 : behind.length;
  const first = skipBlanks(text, span.start, span.end);
  return {
    word: { start: startOfWord(text, offset, typed.length), end: offset + wordLength },
    typed,
    before: wordsIn(before.slice(0, before.length - typed.length)),
    after: wordsIn(joined(text.slice(offset + wordLength, span.end))),
    span,
    isComment,
    isIndented: first > span.start && isBlank(text.charCodeAt(span.start)),
    open: openAbove(tree, span.start),
  };
}

/** The physical lines that ifupdown joins to the one at the offset, from the first one's start to the last one's end. */
export function logicalLineAt(
  text: string,
  offset: number,
): { readonly span: Span; readonly isComment: boolean; readonly isRead: boolean } {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let isRead = true;
  let isContinued = false;
  for (const line of physicalLines(text)) {
    if (!line.isContinuation) start = line.start;
    isContinued = line.isContinued;
    if (line.start <= offset && offset <= line.newline) isRead = offset <= line.end;
    if (line.newline < offset || (isContinued && line.newline < text.length - 1)) continue;
    return { span: { start, end: line.newline }, isComment: line.kind === 'comment', isRead };
  }
  const isNewLine = !isContinued && text.endsWith('\n');
  return { span: { start: isNewLine ? text.length : start, end: text.length }, isComment: false, isRead };
}

function joined(text: string): string {
  return text.replaceAll('\\\n', '');
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[ \t\v\f\r\n]+/).filter((word) => word !== '');
}

/** Goes back over as many letters, continuations between them left out. */
function startOfWord(text: string, offset: number, letters: number): number {
  let at = offset;
  for (let left = letters; left > 0; left--) {
    while (text.slice(Math.max(0, at - 2), at) === '\\\n') at -= 2;
    at--;
  }
  return at;
}

/** What is open is what the last line before this one opened or left open; a misplaced option changes nothing. */
function openAbove(tree: InterfacesTree, lineStart: number): IfaceStanza | MappingStanza | undefined {
  const last = tree.root.statements.findLast(({ kind, span }) => kind !== 'stray' && span.start < lineStart);
  return last?.kind === 'iface' || last?.kind === 'mapping' ? last : undefined;
}

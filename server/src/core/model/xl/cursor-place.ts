/** What may be typed at a place of a file in xl's language, whether the text around it is complete or not. */
import type { Assignment, NumberValue, StringValue, Value, XlTree } from '../../syntax/xl/ast.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { touches } from '../../text/span.ts';

/** A comment, behind its `#`. */
export interface InComment {
  readonly kind: 'comment';
  readonly span: Span;
}

/** The name of a setting, or where one may begin. */
export interface InKey {
  readonly kind: 'key';
  /** What is typed of it; empty where nothing is. */
  readonly span: Span;
  /** Whether `=` follows already. */
  readonly isFollowed: boolean;
}

/** Where a value may stand, outside quotes. */
export interface InValue {
  readonly kind: 'value';
  readonly key: string;
  readonly span: Span;
  /** How many lists are open around it. */
  readonly depth: number;
}

/** Between quotes. */
export interface InString {
  readonly kind: 'string';
  readonly key: string;
  readonly value: StringValue | NumberValue;
  readonly depth: number;
}

export type CursorPlace = InComment | InKey | InValue | InString;

/** Which place the offset is; `undefined` where nothing can stand, as behind a value. */
export function cursorPlaceAt(tree: XlTree, offset: number): CursorPlace | undefined {
  const line = lineSpanAt(tree.text, offset);
  const comment = tree.root.comments.find(({ span }) => line.start <= span.start && span.start < offset);
  if (comment !== undefined && offset <= line.end) return { kind: 'comment', span: comment.span };
  const string = stringAt(tree.root.assignments, offset);
  if (string !== undefined) return string;
  const span = wordAround(tree.text, offset);
  const open = openBefore(tree, span.start);
  if (open.key === undefined) {
    if (open.isClosed) return undefined;
    return { kind: 'key', span, isFollowed: /^[ \t]*\+?=/.test(tree.text.slice(span.end)) };
  }
  return open.takesValue ? { kind: 'value', key: open.key, span, depth: open.depth } : undefined;
}

function stringAt(assignments: readonly Assignment[], offset: number): InString | undefined {
  for (const { key, value, span } of assignments) {
    if (value === undefined || !touches(span, offset)) continue;
    const found = stringIn(value, offset, 0);
    if (found !== undefined) return { kind: 'string', key: key.text, ...found };
  }
  return undefined;
}

function stringIn(value: Value, offset: number, depth: number): Pick<InString, 'value' | 'depth'> | undefined {
  if (value.kind === 'string') return touches(value.atom.span, offset) ? { value, depth } : undefined;
  if (value.kind !== 'list') return undefined;
  for (const item of value.items) {
    const found = stringIn(item, offset, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wordAround(text: string, offset: number): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > 0 && /[\w.-]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[\w.-]/.test(text.charAt(end))) end++;
  return { start, end };
}

/** What the tokens before a place leave open. */
interface Open {
  /** The setting that is being written; `undefined`: none, so that one may begin. */
  readonly key: string | undefined;
  readonly takesValue: boolean;
  readonly depth: number;
  /** Whether something stands on the line that is no setting, and none may begin behind it. */
  readonly isClosed: boolean;
}

const nothingOpen: Open = { key: undefined, takesValue: false, depth: 0, isClosed: false };

function openBefore({ tokens, text }: XlTree, offset: number): Open {
  let open = nothingOpen;
  for (const { kind, span } of tokens) {
    if (span.end > offset) break;
    open = afterToken(open, kind, text.slice(span.start, span.end));
  }
  return open;
}

function afterToken(open: Open, kind: XlTree['tokens'][number]['kind'], text: string): Open {
  const isEndOfLine = kind === 'newline' || (kind === 'comment' && text.endsWith('\n'));
  if (open.depth === 0 && (isEndOfLine || text === ';')) return nothingOpen;
  if (kind === 'blank' || kind === 'newline' || kind === 'comment' || kind === 'byte-order-mark') return open;
  if (kind === 'key' && open.depth === 0) {
    return open.key === undefined ? { ...open, key: text } : { ...open, takesValue: false };
  }
  if (kind !== 'punctuation') return { ...open, takesValue: false, isClosed: open.key === undefined };
  if (text === '[') return { ...open, depth: open.depth + 1, takesValue: true };
  if (text === ']') return { ...open, depth: Math.max(0, open.depth - 1), takesValue: false };
  return { ...open, takesValue: open.key !== undefined && (text === ',' ? open.depth > 0 : text !== ';') };
}

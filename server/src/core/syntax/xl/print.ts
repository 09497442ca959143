/** Edits that change a file in xl's language as a careful person would: comments, indentation and line ends are kept. */
import { lineEndOf } from '../../text/edited-file.ts';
import type { TextEdit } from '../../text/edits.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { Assignment, NumberValue, StringValue, XlTree } from './ast.ts';
import { indexIn } from './atom.ts';
import type { Quote } from './quote.ts';
import { escapeFor, isBareNumber, quoteString } from './quote.ts';

/** A file to edit; a configuration of the model is one. */
export interface EditedXl {
  readonly file: FileId;
  readonly tree: XlTree;
}

/** Gives an assignment another value, written as it is to stand in the file. */
export function replaceValue({ file }: EditedXl, { span, value }: Assignment, text: string): TextEdit {
  if (value !== undefined) return { file, span: value.span, text };
  return { file, span: { start: span.end, end: span.end }, text: ` ${text}` };
}

/**
 * Replaces a part of a string or a number; what needs it is escaped, and a number that is none any more is quoted.
 *
 * @param span a span of the file, inside the value's atom
 */
export function replaceInValue(
  { file, tree }: EditedXl,
  value: StringValue | NumberValue,
  span: Span,
  text: string,
): TextEdit {
  if (value.kind === 'string') return { file, span, text: escapeFor(quoteOf(tree.text, value), text) };
  const { atom } = value;
  const whole = atom.text.slice(0, indexIn(atom, span.start)) + text + atom.text.slice(indexIn(atom, span.end));
  return isBareNumber(whole) ? { file, span, text } : { file, span: value.span, text: quoteString(whole) };
}

/** The quotes around a string. */
function quoteOf(text: string, { span }: StringValue): Quote {
  return text[span.start] === "'" ? "'" : '"';
}

/**
 * Removes an assignment: with its whole lines where it stands alone on them, else with the semicolon that parts it from
 * another one. A comment behind it stays.
 */
export function removeAssignment({ file, tree: { text } }: EditedXl, { span }: Assignment): TextEdit {
  const line = lineSpanAt(text, span.start);
  const rest = lineSpanAt(text, span.end);
  const before = text.slice(line.start, span.start);
  const behind = /^[ \t]*(?:;[ \t]*)*/.exec(text.slice(span.end, rest.end))?.[0].length ?? 0;
  const isLast = /^(?:\r?\n|#|\r?$)/.test(text.slice(span.end + behind, rest.end));
  if (/^[ \t]*$/.test(before)) {
    const isAlone = isLast && text[span.end + behind] !== '#';
    if (isAlone) return { file, span: { start: line.start, end: rest.end }, text: '' };
    return { file, span: { start: span.start, end: span.end + behind }, text: '' };
  }
  if (!isLast) return { file, span: { start: span.start, end: span.end + behind }, text: '' };
  const start = line.start + before.replace(/(?:[ \t]*;)?[ \t]*$/, '').length;
  const end = span.end + (/^[ \t]*;/.exec(text.slice(span.end, rest.end))?.[0].length ?? 0);
  return { file, span: { start, end }, text: '' };
}

/** Adds a line with an assignment, given as it is to stand in the file, below another one, indented as it is. */
export function addAssignmentAfter({ file, tree }: EditedXl, { span }: Assignment, statement: string): TextEdit {
  const { text } = tree;
  let { end } = lineSpanAt(text, span.end);
  // Another assignment may begin on the same line and end on a later one.
  for (const other of tree.root.assignments) {
    if (other.span.start < end && other.span.end > end) ({ end } = lineSpanAt(text, other.span.end));
  }
  return { file, span: { start: end, end }, text: asLine(text, end, indentationAt(text, span.start) + statement) };
}

/** Adds a line with an assignment above another one, indented as it is. */
export function addAssignmentBefore({ file, tree }: EditedXl, { span }: Assignment, statement: string): TextEdit {
  const { text } = tree;
  let { start } = lineSpanAt(text, span.start);
  // Another assignment may begin on an earlier line and end on the same one.
  for (const other of tree.root.assignments.toReversed()) {
    if (other.span.start < start && other.span.end > start) ({ start } = lineSpanAt(text, other.span.start));
  }
  const added = indentationAt(text, span.start) + statement + lineEndOf(text);
  return { file, span: { start, end: start }, text: added };
}

/** Adds a line with an assignment at the file's end. */
export function addAssignmentAtEnd({ file, tree: { text } }: EditedXl, statement: string): TextEdit {
  const end = text.length;
  const added = text === '' || text === '\uFEFF' ? `${statement}\n` : asLine(text, end, statement);
  return { file, span: { start: end, end }, text: added };
}

/** A new line at the beginning of one, or at the end of a text that lacks its last newline, and then lacks it again. */
function asLine(text: string, at: number, added: string): string {
  const lineEnd = lineEndOf(text);
  return at === text.length && !text.endsWith('\n') ? lineEnd + added : added + lineEnd;
}

function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineSpanAt(text, offset).start, offset))?.[0] ?? '';
}

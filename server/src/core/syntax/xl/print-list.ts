/** Edits of lists that keep their commas, comments and line breaks right. */

import { lineEndOf } from '../../text/edited-file.ts';
import type { TextEdit } from '../../text/edits.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { ListValue } from './ast.ts';
import type { EditedXl } from './print.ts';

/** Adds an item, given as it is to stand in the file, at a list's end: on a line of its own where the last item has one. */
export function addListItem(edited: EditedXl, list: ListValue, item: string): readonly TextEdit[] {
  const { file, tree } = edited;
  const last = list.items.at(-1);
  const insert = (at: number, text: string): TextEdit => ({ file, span: { start: at, end: at }, text });
  if (last === undefined) return [insert(list.span.start + 1, ` ${item}`)];
  const comma = commaIn(edited, { start: last.span.end, end: list.span.end });
  const [behindComma, finalComma] = comma === undefined ? [last.span.end, ''] : [comma.end, ','];
  const line = lineSpanAt(tree.text, last.span.start);
  const indentation = tree.text.slice(line.start, last.span.start);
  const lineEnd = lineSpanAt(tree.text, behindComma).end;
  const hasOwnLine = /^[ \t]*$/.test(indentation) && lineEnd <= list.span.end && lineEnd > behindComma;
  if (!hasOwnLine) {
    return [insert(behindComma, `${comma === undefined ? ',' : ''} ${item}${finalComma}`)];
  }
  const added = insert(lineEnd, `${indentation}${item}${finalComma}${lineEndOf(tree.text)}`);
  return comma === undefined ? [insert(last.span.end, ','), added] : [added];
}

/** Removes an item with one comma beside it, and with its line where nothing else is on it. Comments stay. */
export function removeListItem(edited: EditedXl, list: ListValue, index: number): readonly TextEdit[] {
  const item = list.items[index];
  if (item === undefined) return [];
  const { text } = edited.tree;
  const [before, next] = [list.items[index - 1], list.items[index + 1]];
  const behind = commaIn(edited, { start: item.span.end, end: next?.span.start ?? list.span.end });
  const comma = behind ?? (before && commaIn(edited, { start: before.span.end, end: item.span.start }));
  if (comma === undefined) return [removeSpan(edited, item.span)];
  const [first, second] = behind === undefined ? [comma, item.span] : [item.span, comma];
  const isTogether = /^[ \t]*$/.test(text.slice(first.end, second.start));
  if (isTogether) return [removeSpan(edited, { start: first.start, end: second.end }, behind !== undefined)];
  return [removeSpan(edited, first), removeSpan(edited, second)];
}

/** The first comma in a span between two items. */
function commaIn({ tree: { text, tokens } }: EditedXl, span: Span): Span | undefined {
  return tokens.find((token) => token.span.start >= span.start && token.span.end <= span.end && isComma(text, token))
    ?.span;
}

function isComma(text: string, { kind, span }: EditedXl['tree']['tokens'][number]): boolean {
  return kind === 'punctuation' && text[span.start] === ',';
}

/** Removes a span, and the lines that hold nothing else, or else the blanks behind it if wanted. */
function removeSpan({ file, tree: { text } }: EditedXl, span: Span, withBlanks = true): TextEdit {
  const start = lineSpanAt(text, span.start).start;
  const { end } = lineSpanAt(text, span.end);
  const isFirst = /^[ \t]*$/.test(text.slice(start, span.start));
  const rest = text.slice(span.end, end);
  const isLast = /^[ \t]*\r?\n?$/.test(rest);
  if (isFirst && isLast) return { file, span: { start, end }, text: '' };
  const keepsBlanks = !isFirst && (!withBlanks || /^[ \t]*#/.test(rest));
  const blanks = keepsBlanks ? 0 : (/^[ \t]*/.exec(rest)?.[0].length ?? 0);
  if (!isLast) return { file, span: { start: span.start, end: span.end + blanks }, text: '' };
  const blanksBefore = /[ \t]*$/.exec(text.slice(start, span.start))?.[0].length ?? 0;
  return { file, span: { start: span.start - blanksBefore, end: span.end }, text: '' };
}

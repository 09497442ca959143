/** Edits that change an interfaces file as a careful person would: line by line, comments and indentation kept. */
import type { EditedFile } from '../../text/edited-file.ts';
import { lineEndOf } from '../../text/edited-file.ts';
import type { TextEdit } from '../../text/edits.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { IfaceStanza, OptionLine } from './ast.ts';

const usualIndentation = '    ';

/** The blanks before a stanza's options; what is usual where it has none. */
function indentationOf(stanza: IfaceStanza, text: string): string {
  const [option] = stanza.options;
  if (option === undefined) return leadingBlanks(text, stanza.span.start) + usualIndentation;
  return leadingBlanks(text, option.span.start);
}

function leadingBlanks(text: string, offset: number): string {
  const before = text.slice(lineSpanAt(text, offset).start, offset);
  return /^[ \t]*$/.test(before) ? before : usualIndentation;
}

/** Replaces a piece of the text. */
export function replaceSpan({ file }: EditedFile, span: Span, text: string): TextEdit {
  return { file, span, text };
}

/** Adds option lines, given without indentation, behind the last line of a stanza. */
export function appendOptions(edited: EditedFile, stanza: IfaceStanza, options: readonly string[]): TextEdit {
  return insertLinesAfter(edited, stanza.span.end, options, indentationOf(stanza, edited.text));
}

/** Adds option lines, given without indentation, right behind the `iface` line. */
export function prependOptions(edited: EditedFile, stanza: IfaceStanza, options: readonly string[]): TextEdit {
  return insertLinesAfter(edited, stanza.line.end, options, indentationOf(stanza, edited.text));
}

/** Adds lines below the line that holds the offset. */
export function insertLinesAfter(
  { file, text }: EditedFile,
  offset: number,
  lines: readonly string[],
  indentation = '',
): TextEdit {
  const at = lineSpanAt(text, offset).end;
  const lineEnd = lineEndOf(text);
  const block = lines.map((line) => indentation + line + lineEnd).join('');
  const endsOpen = at === text.length && !text.endsWith('\n');
  return { file, span: { start: at, end: at }, text: endsOpen ? lineEnd + block.slice(0, -lineEnd.length) : block };
}

/** Adds lines above the line that holds the offset. */
export function insertLinesBefore({ file, text }: EditedFile, offset: number, lines: readonly string[]): TextEdit {
  const { start } = lineSpanAt(text, offset);
  const lineEnd = lineEndOf(text);
  return { file, span: { start, end: start }, text: lines.map((line) => line + lineEnd).join('') };
}

/** Removes whole physical lines, from the one that holds the start of the span to the one that holds its end. */
export function deleteLines({ file, text }: EditedFile, span: Span): TextEdit {
  const start = lineSpanAt(text, span.start).start;
  return { file, span: { start, end: lineSpanAt(text, span.end).end }, text: '' };
}

/** Removes option lines; where two of them follow each other, in one edit each. */
export function deleteOptions(edited: EditedFile, options: readonly OptionLine[]): readonly TextEdit[] {
  return options.map((option) => deleteLines(edited, option.span));
}

/** Makes comments of all physical lines that hold a piece of the span; their text and indentation stay. */
export function commentOut(edited: EditedFile, span: Span): readonly TextEdit[] {
  const { file, text } = edited;
  const edits: TextEdit[] = [];
  for (let at = lineSpanAt(text, span.start).start; at < span.end || at === span.start; ) {
    const line = lineSpanAt(text, at);
    const start = line.start + (/^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
    edits.push({ file, span: { start, end: start }, text: '# ' });
    if (line.end <= at) break;
    at = line.end;
  }
  return edits;
}

/** Removes a word and the blanks before it, back to the word or the line's beginning before it. */
export function deleteWord({ file, text }: EditedFile, word: Span): TextEdit {
  let { start } = word;
  while (' \t'.includes(text.charAt(start - 1)) && start > 0) start--;
  return { file, span: { start, end: word.end }, text: '' };
}

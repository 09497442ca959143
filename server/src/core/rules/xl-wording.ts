/** Words and edits that the rules on files in xl's language have in common. */
import type { XlConfig } from '../model/xl/config.ts';
import type { KeyDoc } from '../schema/xl/key-doc.ts';
import type { Assignment, Value } from '../syntax/xl/ast.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Report } from './rule.ts';
import { afterXlRefusal } from './xl-refusal.ts';

/** Puts a text in the place of a span. */
export function replaceIn({ file }: XlConfig, span: Span, text: string): TextEdit {
  return { file, span, text };
}

/** Puts a text before the letter at an offset. */
export function insertIn({ file }: XlConfig, offset: number, text: string): TextEdit {
  return { file, span: { start: offset, end: offset }, text };
}

/** What stands at a span of the file. */
export function textAt({ tree }: XlConfig, { start, end }: Span): string {
  return tree.text.slice(start, end);
}

/** The assignment in which a span lies; `undefined` outside of all. */
export function assignmentAt({ tree }: XlConfig, { start, end }: Span): Assignment | undefined {
  const { assignments } = tree.root;
  // They are in the order of the text and lie apart.
  let [low, high] = [0, assignments.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((assignments[middle]?.span.start ?? 0) <= start) low = middle;
    else high = middle;
  }
  const found = assignments[low];
  return found !== undefined && found.span.start <= start && end <= found.span.end ? found : undefined;
}

/** How many letters of a kind stand right before an offset. */
export function countBefore({ tree }: XlConfig, offset: number, letters: string): number {
  let start = offset;
  while (start > 0 && letters.includes(tree.text[start - 1] ?? ' ')) start--;
  return offset - start;
}

/** The span of what a value says: its quotes left out. */
function innerSpan(value: Value): Span {
  return value.kind === 'string' || value.kind === 'number' ? value.atom.span : value.span;
}

/** The same place of the file as the whole value, or the inner part of it where it is not empty. */
export function shownSpan(value: Value): Span {
  const inner = innerSpan(value);
  return inner.end > inner.start ? inner : value.span;
}

/**
 * Makes comments of the lines that hold a span; one behind it gets a line of its own. `undefined` where the first of them holds something else before it, or the
 * last one behind it, other than blanks and a comment.
 */
export function commentOut(config: XlConfig, span: Span): readonly TextEdit[] | undefined {
  const { text } = config.tree;
  const first = lineSpanAt(text, span.start);
  const last = lineSpanAt(text, Math.max(span.start, span.end - 1));
  const isAlone =
    /^[ \t]*$/.test(text.slice(first.start, span.start)) &&
    /^[ \t\r]*(?:#.*)?\n?$/.test(text.slice(span.end, last.end));
  if (!isAlone) return undefined;
  const edits: TextEdit[] = [];
  for (let line = first; line.start < last.end; line = lineSpanAt(text, line.end)) {
    const own = text.slice(line.start, line.end);
    const indent = /^[ \t]*/.exec(own)?.[0].length ?? 0;
    if (/[^ \t\r\n#]/.test(own[indent] ?? '')) edits.push(insertIn(config, line.start + indent, '# '));
    if (line.end === text.length) break;
  }
  const comment = /^[ \t\r]*(?=#)/.exec(text.slice(span.end, last.end))?.[0];
  if (comment !== undefined) edits.push(replaceIn(config, { start: span.end, end: span.end + comment.length }, '\n'));
  // To xl a comment ends with a newline.
  if (last.end === text.length && !text.endsWith('\n')) edits.push(insertIn(config, text.length, '\n'));
  return edits;
}

/** The fix that makes comments of the lines of a span; none where something else stands in them. */
export function fixByComment(config: XlConfig, span: Span, title = 'Make it a comment'): readonly Fix[] {
  const edits = commentOut(config, span);
  return edits === undefined ? [] : [{ title, safety: 'unsafe', edits }];
}

/** The edit that adds a line, given without its end, below an assignment, or at the top where there is none. */
export function addLine(config: XlConfig, below: Assignment | undefined, line: string): TextEdit {
  const { text } = config.tree;
  const at = below === undefined ? 0 : lineSpanAt(text, below.span.end).end;
  return insertIn(config, at, at > 0 && text[at - 1] !== '\n' ? `\n${line}\n` : `${line}\n`);
}

/** Where a fault is shown that is about the file as a whole: at its first key. */
export function placeOfGuest({ tree }: XlConfig): Span {
  return tree.root.assignments[0]?.key.span ?? { start: 0, end: 0 };
}

/** What follows from a value of a shape that its key does not take; `what` is said of the key, such as "takes a list". */
export function wrongShape(
  config: XlConfig,
  { name, onWrongShape, isSilent }: KeyDoc,
  what: string,
): Pick<Report, 'message' | 'refuses'> {
  const refuses = onWrongShape === 'refused';
  const said = isSilent === true ? 'without a message' : 'with a warning';
  const consequence = refuses ? `. ${afterXlRefusal(config)}` : `: xl drops the line, ${said}.`;
  return { refuses, message: `\`${name}\` ${what}${consequence}` };
}

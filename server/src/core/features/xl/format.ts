import type { Token } from '../../syntax/tree.ts';
import type { XlTree } from '../../syntax/xl/ast.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';

/** So much deeper stands what is in a list. */
const indentation = 4;

/** More empty lines than these, one behind the other, become as many. */
const mostEmptyLines = 2;

/**
 * The edits that put a file in order: blanks around `=` and in lists, indentation, blanks at the ends of lines, empty lines,
 * and the last newline. Only blanks between words and empty lines change, so xl reads the same. Signs of equality that stand in one column over several
 * lines stay there. None for a file that xl refuses: who knows what it is meant to say.
 */
export function formattingOf({ config }: XlSnapshot, file: FileId): readonly TextEdit[] {
  const { tree } = config;
  if (tree.problems.length > 0) return [];
  const gaps = gapsIn(tree);
  const aligned = alignedSigns(tree);
  return gaps.flatMap((gap) => {
    const text = wanted(gap, tree.text, aligned);
    return text === tree.text.slice(gap.start, gap.end)
      ? []
      : [{ file, span: { start: gap.start, end: gap.end }, text }];
  });
}

/** What stands between two words, or before the first, or behind the last: blanks and newlines only. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly before: Token | undefined;
  readonly behind: Token | undefined;
  /** How many lists are open in it; the brackets beside it do not count. */
  readonly depth: number;
}

/** A comment without the newline that xl counts to it, so that the newline is in the gap behind. */
function words({ tokens, text }: XlTree): readonly Token[] {
  return tokens
    .filter(({ kind }) => kind !== 'blank' && kind !== 'newline')
    .map((token) => {
      if (token.kind !== 'comment') return token;
      const { start, end } = token.span;
      return { ...token, span: { start, end: start + text.slice(start, end).trimEnd().length } };
    });
}

function gapsIn(tree: XlTree): readonly Gap[] {
  const gaps: Gap[] = [];
  let before: Token | undefined;
  let depth = 0;
  for (const behind of [...words(tree), undefined]) {
    const [opens, closes] = [isWord(tree, before, '['), isWord(tree, behind, ']')];
    if (opens) depth += 1;
    if (closes) depth -= 1;
    gaps.push({ start: before?.span.end ?? 0, end: behind?.span.start ?? tree.text.length, before, behind, depth });
    before = behind;
  }
  return gaps;
}

function isWord({ text }: XlTree, token: Token | undefined, word: string): boolean {
  return token !== undefined && text.slice(token.span.start, token.span.end) === word;
}

function wanted(gap: Gap, text: string, aligned: ReadonlySet<number>): string {
  const now = text.slice(gap.start, gap.end);
  const newlines = now.split('\n').length - 1;
  if (gap.before === undefined) return '';
  if (gap.behind === undefined) return '\n';
  if (newlines > 0) {
    return '\n'.repeat(Math.min(newlines, mostEmptyLines + 1)) + ' '.repeat(indentation * gap.depth);
  }
  if (aligned.has(gap.end) || gap.behind.kind === 'comment') return now === '' ? ' ' : now;
  const [before, behind] = [gap.before, gap.behind].map(({ span }) => text.slice(span.start, span.end));
  if (behind === ',' || behind === ';') return '';
  if (before === '[' && behind === ']') return '';
  return ' ';
}

/** Where signs of equality begin that stand in the same column as that of the line above or below. */
function alignedSigns({ text, root }: XlTree): ReadonlySet<number> {
  const signs = root.assignments.map(({ key }) => {
    const line = text.lastIndexOf('\n', key.span.start - 1) + 1;
    const start = key.span.end + (/^[ \t]*/.exec(text.slice(key.span.end))?.[0].length ?? 0);
    return { start, column: start - line, line, hasIndent: key.span.start > line };
  });
  return new Set(
    signs
      .filter(({ column, line, hasIndent }, at) => {
        const beside = [signs[at - 1], signs[at + 1]];
        return (
          !hasIndent && beside.some((other) => other?.column === column && other.line !== line && !other.hasIndent)
        );
      })
      .map(({ start }) => start),
  );
}

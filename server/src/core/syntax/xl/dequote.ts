/** What xl makes of a string in quotes (libxlu_cfg.c, xlu__cfgl_dequote). */
import type { Span } from '../../text/span.ts';
import type { SyntaxProblem } from '../tree.ts';
import type { XlProblemKind } from './ast.ts';
import type { Atom } from './atom.ts';

export interface Dequoted {
  readonly atom: Atom;
  readonly problems: readonly SyntaxProblem<XlProblemKind>[];
}

const plainEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * Reads what stands between two quotes.
 *
 * @param span without the quotes
 */
export function dequote(text: string, span: Span): Dequoted {
  const pieces: { at: number; offset: number }[] = [{ at: 0, offset: span.start }];
  const problems: SyntaxProblem<XlProblemKind>[] = [];
  let read = '';
  let from = span.start;
  for (const found of escapesIn(text, span)) {
    read += text.slice(from, found.span.start);
    if (found.text === undefined) problems.push({ kind: 'invalid-escape', span: found.span });
    // An escape that stands for a letter is a piece of its own: its place is that of its backslash.
    if (found.text) pieces.push({ at: read.length, offset: found.span.start });
    read += found.text ?? '';
    from = found.span.end;
    pieces.push({ at: read.length, offset: from });
  }
  read += text.slice(from, span.end);
  for (let nul = text.indexOf('\0', span.start); nul >= 0 && nul < span.end; nul = text.indexOf('\0', nul + 1)) {
    problems.push({ kind: 'xl-nul-byte', span: { start: nul, end: nul + 1 } });
  }
  return { atom: { text: read, span, pieces: withoutDoubles(pieces) }, problems };
}

interface Escape {
  readonly span: Span;
  /** What xl reads; `undefined` where it refuses the file. */
  readonly text: string | undefined;
}

function* escapesIn(text: string, span: Span): Generator<Escape, void, undefined> {
  let at = text.indexOf('\\', span.start);
  while (at >= 0 && at < span.end) {
    const found = escapeAt(text, at, span.end);
    yield found;
    at = text.indexOf('\\', found.span.end);
  }
}

/** Behind `\x`, two letters are read and more than two demanded, so that it always fails (NUMERIC_CHAR). */
function escapeAt(text: string, at: number, end: number): Escape {
  const letter = text[at + 1] ?? '';
  const plain = plainEscapes[letter];
  if (plain !== undefined) return { span: { start: at, end: at + 2 }, text: plain };
  if (/[0-7]/.test(letter)) return octalAt(text, at, end);
  const hexadecimal = letter === 'x' ? (/^[0-9A-Fa-f]{0,2}/.exec(text.slice(at + 2, end))?.[0].length ?? 0) : 0;
  const length = String.fromCodePoint(text.codePointAt(at + 1) ?? 0).length;
  return { span: { start: at, end: Math.min(end, at + 1 + length + hexadecimal) }, text: undefined };
}

/**
 * Behind an octal digit, strtoul(…, 10) reads up to three more letters and has to take two of them, blanks and a sign
 * included; then all that was read is dropped (NUMERIC_CHAR).
 */
function octalAt(text: string, at: number, end: number): Escape {
  const rest = text.slice(at + 2, Math.min(end, at + 5));
  const taken = /^[ \t\v\f\r]*[+-]?[0-9]+/.exec(rest)?.[0].length ?? 0;
  const isRead = taken > 1;
  return { span: { start: at, end: at + 2 + taken }, text: isRead ? '' : undefined };
}

/** Of pieces that begin at one place of the text, the last one counts; the first stays as long as it has letters. */
function withoutDoubles(pieces: Atom['pieces']): Atom['pieces'] {
  return pieces.filter(({ at }, index) => pieces[index + 1]?.at !== at);
}

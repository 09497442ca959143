/** Reads a file for xm as what it was to xm: a Python program. */
import type { Span } from '../../../text/span.ts';

/** A piece of Python; blanks and joined lines are left out. */
export interface PythonToken {
  readonly kind: 'string' | 'number' | 'name' | 'operator' | 'newline' | 'comment' | 'stray';
  readonly text: string;
  readonly span: Span;
}

const kinds = ['blank', 'newline', 'comment', 'string', 'number', 'name', 'operator', 'stray'] as const;

/** One alternative a kind, in their order (Python 2 reference, Lexical analysis). */
const pieces = new RegExp(
  [
    /((?:[ \t\r\f]|\\\r?\n)+)/,
    /(\n)/,
    /(#[^\n]*)/,
    /([rRuUbB]{0,2}(?:'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"))/,
    /((?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|[0-9]+(?:\.[0-9]*)?)[lL]?)/,
    /([A-Za-z_]\w*)/,
    /(\*\*|\/\/|[-+*/%=!<>]=|[-+*/%=<>()[\]{},:;.@&|^~])/,
    /([\s\S])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);

export function lexPython(text: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  for (let start = 0; start < text.length; ) {
    pieces.lastIndex = start;
    const [found = '', ...groups] = pieces.exec(text) ?? [];
    const end = start + Math.max(1, found.length);
    const kind = kinds[groups.findIndex((group) => group !== undefined)] ?? 'stray';
    if (kind !== 'blank') tokens.push({ kind, text: found, span: { start, end } });
    start = end;
  }
  return tokens;
}

/** What a string says; `undefined` for escapes of characters beyond ASCII by name or number. */
export function pythonString(literal: string): string | undefined {
  const [, prefix = '', quote = ''] = /^([a-z]*)('''|"""|'|")/i.exec(literal) ?? [];
  const inner = literal.slice(prefix.length + quote.length, literal.length - quote.length);
  if (/r/i.test(prefix)) return inner;
  if (/u/i.test(prefix) && /\\[uUN]/.test(inner)) return undefined;
  return inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r?\n)|([\s\S]))/g,
    (found, hex, octal, newline, letter) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return newline === undefined ? (escapes[letter] ?? found) : '';
    },
  );
}

/** Any other letter keeps its backslash. */
const escapes: Readonly<Record<string, string>> = {
  ...{ '\\': '\\', "'": "'", '"': '"' },
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

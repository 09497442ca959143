/** Strings as they are written in a file in xl's language. */
import type { XlTree } from './ast.ts';

export type Quote = '"' | "'";

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\v': '\\v',
  // A string of xl's cannot hold it.
  '\0': '',
};

/** A text in quotes from which xl reads the same text, but for NULs, which are left out. Takes other quotes than asked for where that saves escapes. */
export function quoteString(text: string, preferred: Quote = '"'): string {
  const other = preferred === '"' ? "'" : '"';
  const quote = text.includes(preferred) && !text.includes(other) ? other : preferred;
  return quote + escapeFor(quote, text) + quote;
}

/** A text as it stands between such quotes. */
export function escapeFor(quote: Quote, text: string): string {
  return text.replace(/[\\\x07\b\f\n\r\v\0'"]/g, (letter) => {
    if (letter === '"' || letter === "'") return letter === quote ? `\\${letter}` : letter;
    return escapes[letter] ?? letter;
  });
}

/** Whether a text is one that xl reads as a value without quotes (libxlu_cfg_l.l, NUMBER). */
export function isBareNumber(text: string): boolean {
  return /^[0-9][0-9a-fx]*$/.test(text);
}

/** The quotes that most strings of a file have; double ones where it has none. */
export function usualQuote({ text, tokens }: XlTree): Quote {
  const strings = tokens.filter(({ kind }) => kind === 'string');
  const single = strings.filter(({ span }) => text[span.start] === "'").length;
  return single * 2 > strings.length ? "'" : '"';
}

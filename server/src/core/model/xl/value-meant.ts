/** What people mean by values that xl does not take, such as `yes`, `512MB` or a word without quotes. */
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import { readNumber } from '../../syntax/xl/number.ts';

/** The number that a word means where a boolean is wanted; `undefined` for any other word. */
export function switchMeant(word: string): '0' | '1' | undefined {
  if (/^(?:true|yes|on|y|t|enabled?)$/i.test(word)) return '1';
  return /^(?:false|no|off|n|f|disabled?|none)$/i.test(word) ? '0' : undefined;
}

/** How many bytes a unit's letter stands for, as a power of two. */
const exponents: Readonly<Record<string, bigint>> = { '': 0n, k: 10n, m: 20n, g: 30n, t: 40n };

/** The units that the catalogue knows. */
const keyUnits: Readonly<Record<string, bigint>> = { MiB: 20n, KiB: 10n };

/**
 * A size with a unit as a plain number of the key's own unit, such as 2048 for `2G` where it is MiB. `undefined` for what is
 * no size, and where no whole number comes out.
 */
function sizeMeant(word: string, unit: string | undefined): string | undefined {
  const exponent = keyUnits[unit ?? ''];
  const found = /^([0-9]+)(?:\.([0-9]+))? *(?:([kmgt])(?:i?b)?|b|bytes)$/i.exec(word);
  if (exponent === undefined || found === null) return undefined;
  const [, whole = '', fraction = '', letter = ''] = found;
  const bytes = BigInt(whole + fraction) << (exponents[letter.toLowerCase()] ?? 0n);
  const scale = (10n ** BigInt(fraction.length)) << exponent;
  return bytes % scale === 0n ? String(bytes / scale) : undefined;
}

/**
 * The number that a text means for a key that is a number or a boolean, in letters that xl reads without quotes or, for a
 * negative one, inside them. `undefined` where that cannot be told.
 */
export function numberMeant(word: string, { shape, unit }: Pick<KeyDoc, 'shape' | 'unit'>): string | undefined {
  const text = word.trim();
  if (shape === 'boolean') {
    const meant = switchMeant(text);
    if (meant !== undefined) return meant;
  }
  const size = sizeMeant(text, unit);
  if (size !== undefined) return size;
  if (/^[0-9]+\.0*$/.test(text)) return String(BigInt(text.replace(/\..*$/, '')));
  return readNumber(text) === undefined ? undefined : text.toLowerCase();
}

/** A text in quotes, as xl reads it back. `undefined` for one that no string of one line can say. */
export function inQuotes(text: string): string | undefined {
  if (/[\n\0]/.test(text)) return undefined;
  const escaped = text.replaceAll('\\', '\\\\');
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped}'`;
}

/** Quotes that word processors and web pages put in the place of `"` and `'`. */
const typographicQuote = /[“”„‟«»‘’‚‛`´]/;

/** What stands between typographic quotes, which are letters to xl; `undefined` for a text without them. */
export function betweenTypographicQuotes(text: string): string | undefined {
  const inner = text.slice(1, -1);
  const isBetween = typographicQuote.test(text[0] ?? '') && text.length > 1 && typographicQuote.test(text.at(-1) ?? '');
  return isBetween && !typographicQuote.test(inner) ? inner : undefined;
}

/**
 * How a text without quotes is to be written as the value of a key, or as an item of its list. `undefined` where what is meant
 * cannot be told, or would be wrong for the key as well.
 */
export function literalMeant(written: string, doc: KeyDoc | undefined, isItem: boolean): string | undefined {
  const text = betweenTypographicQuotes(written) ?? written;
  // Half of a text that such quotes were to hold together.
  if (typographicQuote.test(text)) return undefined;
  if (doc === undefined || isItem) return switchMeant(text) === undefined ? inQuotes(text) : undefined;
  if (doc.shape === 'number' || doc.shape === 'boolean') {
    const number = numberMeant(text, doc);
    return number === undefined || /^[0-9][0-9a-fx]*$/.test(number) ? number : `"${number}"`;
  }
  if (doc.value?.check(text) !== undefined) return undefined;
  const quoted = inQuotes(text);
  return doc.shape === 'list' && quoted !== undefined ? `[ ${quoted} ]` : quoted;
}

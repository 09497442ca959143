/** Numbers as xl reads them from settings (libxlu_cfg.c, xlu_cfg_get_long): strtol() with base 0, and nothing behind it. */
import { readSigned } from './values/c-number.ts';

export interface XlNumber {
  readonly value: bigint;
  /** 8 for a leading 0, which is easily taken for a decimal number; a single `0` is decimal here. */
  readonly base: 8 | 10 | 16;
}

/** The number that a setting's text is to xl; `undefined` for one that xl drops with a warning: no number, or too large a one. */
export function readNumber(text: string): XlNumber | undefined {
  const number = readSigned(text, 0);
  if (number === undefined || number.overflows || number.end !== text.length) return undefined;
  return { value: number.value, base: baseOf(text) };
}

/** Whether a setting's text is a number with nothing wrong but that it does not fit into 64 bits. */
export function isTooLarge(text: string): boolean {
  const number = readSigned(text, 0);
  return number?.overflows === true && number.end === text.length;
}

/** What a setting's text says as a boolean: no for zero, yes for any other number; `undefined` for what xl drops. */
export function readBoolean(text: string): boolean | undefined {
  const number = readNumber(text);
  return number && number.value !== 0n;
}

function baseOf(text: string): XlNumber['base'] {
  if (/^[^0-9]*0x/i.test(text)) return 16;
  return /^[^0-9]*0[0-9]/.test(text) ? 8 : 10;
}

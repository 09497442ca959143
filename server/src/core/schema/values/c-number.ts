const cInteger = /^[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/;

/**
 * An integer as C's strtoul(…, 0) and scanf's %i read it, and so ip and brctl: `0x10` is 16, `010` is 8.
 * `undefined` when the whole text is not one.
 */
export function parseCInteger(text: string): number | undefined {
  if (!cInteger.test(text)) return undefined;
  const negative = text.startsWith('-');
  const digits = text.replace(/^[+-]/, '');
  const octal = /^0[0-7]+$/.test(digits);
  const value = octal ? Number.parseInt(digits, 8) : Number(digits);
  return negative ? -value : value;
}

/**
 * The integer that a text begins with, as C's scanf("%i") reads it: brctl looks no further, so `5abc` is 5 to it.
 * `undefined` when the text begins with none.
 */
export function scanCInteger(text: string): number | undefined {
  const head = /^[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(text)?.[0];
  return head === undefined ? undefined : parseCInteger(head);
}

/**
 * The decimal number that a text begins with, as C's scanf("%lf") and sleep(1) read it; `undefined` when it begins with
 * none. What follows, such as the `s` of `5s`, is not looked at.
 */
export function scanDecimal(text: string): number | undefined {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A value that xl wants to be a number or a boolean (libxlu_cfg.c, xlu_cfg_get_bounded_long: strtol(…, 0) over the whole
 * text): blanks may stand before it. `undefined` when xl takes it for none.
 */
export function readXlNumber(text: string): number | undefined {
  const value = parseCInteger(text.replace(/^[ \t\n\v\f\r]+/, ''));
  return value === undefined || Math.abs(value) > 2 ** 63 ? undefined : value;
}

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

/** Whether a decimal number with an optional fraction makes up the whole text. */
export function isDecimal(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text);
}

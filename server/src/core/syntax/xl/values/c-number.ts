/** A number at the beginning of a text, as C reads it. */
export interface CNumber {
  readonly value: bigint;
  /** Where the text goes on behind it. */
  readonly end: number;
  /** Whether it does not fit into 64 bits; C then gives the largest value. */
  readonly overflows: boolean;
}

const largest = (1n << 64n) - 1n;
const largestSigned = (1n << 63n) - 1n;

/** Base 0: `0x` for hexadecimal, `0` for octal, else decimal, as in C. */
export type CBase = 0 | 10 | 16;

/**
 * A number as C's strtoul() reads it from `at`: blanks and one sign may stand before it, a negative one counts from
 * 2^64 downwards. `undefined` where there is no digit.
 */
export function readUnsigned(text: string, base: CBase, at = 0): CNumber | undefined {
  const found = scan(text, base, at);
  if (found === undefined) return undefined;
  const { isNegative, magnitude, end } = found;
  if (magnitude > largest) return { value: largest, end, overflows: true };
  return { value: isNegative ? BigInt.asUintN(64, -magnitude) : magnitude, end, overflows: false };
}

/** A number as C's strtol() reads it from `at`: as above, but signed. */
export function readSigned(text: string, base: CBase, at = 0): CNumber | undefined {
  const found = scan(text, base, at);
  if (found === undefined) return undefined;
  const { isNegative, magnitude, end } = found;
  const limit = isNegative ? largestSigned + 1n : largestSigned;
  const overflows = magnitude > limit;
  const clamped = overflows ? limit : magnitude;
  return { value: isNegative ? -clamped : clamped, end, overflows };
}

/**
 * A number as C's scanf("%x") reads it from `at`: as above to the base of 16, but that an `x` behind a zero counts even
 * where no digit follows.
 */
export function scanHex(text: string, at = 0): CNumber | undefined {
  const found = readUnsigned(text, 16, at);
  if (found === undefined) return undefined;
  const hasLoneX = /^[ \t\n\v\f\r]*[+-]?0[xX]$/.test(text.slice(at, found.end + 1));
  return hasLoneX ? { ...found, end: found.end + 1 } : found;
}

/** A text as C's atoi() takes it: what stands behind the number is not looked at, and no number is 0. */
export function readInt(text: string): number {
  return Number(BigInt.asIntN(32, readSigned(text, 10)?.value ?? 0n));
}

interface Scanned {
  readonly isNegative: boolean;
  readonly magnitude: bigint;
  readonly end: number;
}

const shapes = {
  0: /[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/y,
  10: /[ \t\n\v\f\r]*([+-]?)([0-9]+)/y,
  16: /[ \t\n\v\f\r]*([+-]?)((?:0[xX](?=[0-9a-fA-F]))?[0-9a-fA-F]+)/y,
};

function scan(text: string, base: CBase, at: number): Scanned | undefined {
  const shape = shapes[base];
  shape.lastIndex = at;
  const found = shape.exec(text);
  if (found === null) return undefined;
  const [all, sign, digits = ''] = found;
  return { isNegative: sign === '-', magnitude: magnitudeOf(digits, base), end: at + all.length };
}

/** More digits than any number of 64 bits has; they are not counted out, since that takes long for very long texts. */
const tooManyDigits = 25;

function magnitudeOf(text: string, base: CBase): bigint {
  const digits = text.startsWith('0') ? withoutZeros(text, base) : text;
  if (digits.length > tooManyDigits) return largest + 1n;
  if (base === 16) return BigInt(/^0x/i.test(digits) ? digits : `0x${digits}`);
  if (base === 0 && /^0[0-7]/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return BigInt(digits);
}

function withoutZeros(text: string, base: CBase): string {
  return text.replace(/^0(?:[xX])?0*(?=[0-9a-fA-F])/, (zeros) => (/x/i.test(zeros) ? '0x' : base === 0 ? '0' : ''));
}

import { expect, test } from 'vitest';
import {
  readInt,
  readSigned,
  readUnsigned,
  scanHex,
} from '../../../../../server/src/core/syntax/xl/values/c-number.ts';

/** As glibc answers. */
test.each([
  ['12ab', 10, 12n, 2],
  [' \t+7', 10, 7n, 4],
  ['-2', 10, 2n ** 64n - 2n, 2],
  ['18446744073709551615', 10, 2n ** 64n - 1n, 20],
  ['18446744073709551616', 10, 2n ** 64n - 1n, 20],
  ['-18446744073709551616', 10, 2n ** 64n - 1n, 21],
  [`${'0'.repeat(40)}7`, 10, 7n, 41],
  ['0x1fg', 16, 31n, 4],
  ['0xg', 16, 0n, 1],
  ['ffz', 16, 255n, 2],
  ['010', 0, 8n, 3],
  ['08', 0, 0n, 1],
  ['0x10', 0, 16n, 4],
  ['0x', 0, 0n, 1],
] as const)('strtoul("%s", %i) is %i up to %i', (text, base, value, end) => {
  expect(readUnsigned(text, base)).toMatchObject({ value, end });
});

test.each(['', ' ', 'x', '-', '+ 1', '\u00a01'])('strtoul("%s") finds no number', (text) => {
  expect(readUnsigned(text, 10)).toBeUndefined();
});

test('strtol() stops at the ends of 64 bits', () => {
  expect(readSigned('9223372036854775808', 10)).toEqual({ value: 2n ** 63n - 1n, end: 19, overflows: true });
  expect(readSigned('-9223372036854775808', 10)).toEqual({ value: -(2n ** 63n), end: 20, overflows: false });
});

test.each([
  ['5x', 5],
  ['-5', -5],
  ['yes', 0],
  ['', 0],
  ['4294967297', 1],
])('atoi("%s") is %i', (text, value) => {
  expect(readInt(text)).toBe(value);
});

test.each([
  ['0x.', 2],
  ['0x1.', 3],
  ['10x.', 2],
  [' 0x0x', 4],
  ['00x', 2],
])('scanf("%%x") of "%s" ends at %i', (text, end) => {
  expect(scanHex(text)?.end).toBe(end);
});

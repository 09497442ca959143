import { describe, expect, test } from 'vitest';
import { isTooLarge, readBoolean, readNumber } from '../../../../server/src/core/syntax/xl/number.ts';

describe('numbers', () => {
  test.each([
    ['0', 0n, 10],
    ['512', 512n, 10],
    ['0512', 330n, 8],
    ['0x1f', 31n, 16],
    ['0X1F', 31n, 16],
    ['-3600', -3600n, 10],
    ['-010', -8n, 8],
    [' \t+7', 7n, 10],
    ['9223372036854775807', 9223372036854775807n, 10],
    ['-9223372036854775808', -9223372036854775808n, 10],
  ] as const)('%j is %s', (text, value, base) => expect(readNumber(text)).toEqual({ value, base }));

  test.each(['', ' ', 'x', '08', '0x', '12ab', '512M', '1.5', '512 ', 'yes', 'True', '9223372036854775808'])(
    '%j is none',
    (text) => expect(readNumber(text)).toBeUndefined(),
  );

  test.each<[string, boolean]>([
    ['9223372036854775808', true],
    ['-9223372036854775809', true],
    ['9223372036854775808x', false],
    ['1', false],
    ['x', false],
  ])('%j is too large: %s', (text, expected) => expect(isTooLarge(text)).toBe(expected));
});

test.each([
  ['0', false],
  ['00', false],
  ['1', true],
  ['-1', true],
  ['yes', undefined],
] as const)('%j as a boolean is %s', (text, expected) => expect(readBoolean(text)).toBe(expected));

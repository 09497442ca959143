import { describe, expect, test } from 'vitest';
import type { Atom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import { plainAtom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import {
  cBlanks,
  cutInTwo,
  fieldFrom,
  splitAtom,
  trimAtom,
  trimAtomStart,
} from '../../../../../server/src/core/syntax/xl/values/split.ts';

/** A text and where it stands in the file. */
function placed({ text, span }: Atom): string {
  return `${text} ${span.start}-${span.end}`;
}

describe('parts', () => {
  test.each([
    ['a,b', ['a 5-6', 'b 7-8']],
    [',a,,b,', ['a 6-7', 'b 9-10']],
    ['a;b c', ['a;b c 5-10']],
    [',,', []],
    ['', []],
  ])('of "%s"', (text, expected) => {
    expect(splitAtom(plainAtom(text, 5), ',').map(({ atom }) => placed(atom))).toEqual(expected);
  });

  test('between one of several separators, with their places in the text', () => {
    const parts = splitAtom(plainAtom('a b\tc', 5), ' \t');
    expect(parts.map(({ at, atom }) => [at, atom.text])).toEqual([
      [0, 'a'],
      [2, 'b'],
      [4, 'c'],
    ]);
  });
});

test('blanks are cut off in front, or on both sides', () => {
  const atom = plainAtom(' \u00a0a \v', 5);
  expect(placed(trimAtomStart(atom, cBlanks))).toBe('\u00a0a \v 6-10');
  expect(placed(trimAtom(atom, cBlanks))).toBe('\u00a0a 6-8');
  expect(trimAtom(plainAtom('  '), cBlanks).text).toBe('');
});

test('a text is cut at the first separator only', () => {
  expect(cutInTwo(plainAtom('a=b=c', 5), '=')?.map(placed)).toEqual(['a 5-6', 'b=c 7-10']);
  expect(cutInTwo(plainAtom('abc', 5), '=')).toBeUndefined();
});

test('a field keeps its blanks', () => {
  const { name, nameSpan, value, span } = fieldFrom(plainAtom('a = b', 5));
  expect({ name, nameSpan, value: value?.text, span }).toEqual({
    name: 'a ',
    nameSpan: { start: 5, end: 7 },
    value: ' b',
    span: { start: 5, end: 10 },
  });
  expect(fieldFrom(plainAtom('flag')).value).toBeUndefined();
});

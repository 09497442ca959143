import { expect, test } from 'vitest';
import { globMatcher, globToRegExp, isGlob } from '../../../server/src/core/text/glob.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['*', ['', 'a', 'a.b', 'ü'], ['.a']],
  ['a*b', ['ab', 'axb', 'a\nb'], ['a', 'abc']],
  ['?', ['a', '*'], ['', 'ab', '.']],
  ['.*', ['.', '.a'], ['a']],
  ['[abc]', ['a', 'c'], ['d', '', '.']],
  ['[a-c]', ['b'], ['-', 'd']],
  ['[a-]', ['a', '-'], ['b']],
  ['[!a]', ['b'], ['a', '.']],
  ['[^a]', ['b'], ['a']],
  ['[]a]', [']', 'a'], ['b']],
  ['[!]a]', ['b'], [']', 'a']],
  ['[c-a]', [], ['a', 'b', 'c', '-']],
  ['[[:alpha:]_]', ['a', 'Z', '_'], ['1', ':', '[']],
  ['[[:digit:]]', ['7'], ['a']],
  ['[\\]\\-]', [']', '-'], ['\\']],
  ['[a', ['[a'], ['a']],
  ['[!]', ['[!]'], ['a', '!']],
  ['\\*', ['*'], ['a', '\\*']],
  ['a.b+(c)|{d}$^', ['a.b+(c)|{d}$^'], ['aXb+(c)|{d}$^']],
  ['\\', ['\\'], ['']],
])('%s matches %j and not %j', (pattern, yes, no) => {
  const expression = globToRegExp(pattern);
  expect(yes.filter((name) => !expression.test(name))).toEqual([]);
  expect(no.filter((name) => expression.test(name))).toEqual([]);
});

test('to programs in the C locale a letter is a byte', () => {
  const matches = (pattern: string, name: string): boolean => globMatcher(pattern)(name);
  expect([matches('?', 'ü'), matches('??', 'ü'), matches('ü*', 'üb'), matches('????', '😀')]).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(matches('\uD800', '\uFFFD')).toBe(true);
});

test.each(['*', 'a?', '[a]'])('%s is a pattern', (word) => expect(isGlob(word)).toBe(true));

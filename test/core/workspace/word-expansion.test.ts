import { describe, expect, test } from 'vitest';
import {
  escapeForExpansion,
  expandWords,
  hasWildcard,
  literalOf,
} from '../../../server/src/core/workspace/word-expansion.ts';

/** The patterns of the words; a `!` before those whose value only the machine knows. */
function expand(text: string): readonly string[] | undefined {
  return expandWords(text)?.map(({ pattern, isUnknown }) => (isUnknown ? '!' : '') + pattern);
}

// The same is asked of the real ifquery in test/oracle/source-lines.test.ts.
test.each<[string, readonly string[] | undefined]>([
  ['', []],
  ['/a/b', ['/a/b']],
  [' a \t b\tc ', ['a', 'b', 'c']],
  ['a\\ b', ['a b']],
  ['"a b"\'c d\'', ['a bc d']],
  ['"a\\"b\\\\c\\d"', ['a"b\\\\c\\\\d']],
  ["'a\\b'", ['a\\\\b']],
  ['""', ['']],
  ['a#b #c', ['a#b', '#c']],
  ['/d/*', ['/d/*']],
  ['\\*"?"\'[\'', ['\\*\\?\\[']],
  ['/d/*.{a,b}', ['/d/*.{a,b}']],
  ['"*"/*', ['*/*']],
  // In a word with a wildcard no quote holds a blank; the second quote is then left alone.
  ['*"a b"', undefined],
  ['*"a b', ['*a', 'b']],
  ['~/x', ['!~/x']],
  ['a~ "~"', ['a~', '~']],
  ['$X/a "$X" \'$X\' \\$X', ['!$X/a', '!$X', '$X', '$X']],
  ['*$X', ['!*$X']],
  ['$(x)', undefined],
  ['"$(x)"', undefined],
  ['*$(x)', undefined],
  ['$((1+1))', undefined],
  ['`x`', undefined],
  ['"`x`"', undefined],
  ['a|b', undefined],
  ['a&', undefined],
  ['a;b', undefined],
  ['a<b', undefined],
  ['a>b', undefined],
  ['(a', undefined],
  ['{a,b}', undefined],
  ['"a', undefined],
  ["'a", undefined],
  ['a\\', undefined],
])('%j', (text, words) => {
  expect(expand(text)).toEqual(words);
});

describe('patterns', () => {
  test('tell wildcards from escaped letters', () => {
    expect(['*', 'a?', '[a]', '\\\\*'].map(hasWildcard)).toEqual([true, true, true, true]);
    expect(['a', '\\*', '\\[a\\]', '\\\\'].map(hasWildcard)).toEqual([false, false, false, false]);
  });

  test.each(['/etc/network', "/a b/(c)/{d}/$e/*f/'g", '/ü/😀', '/a\\b'])(
    '%s is escaped so that it comes back',
    (text) => {
      const [word, ...more] = expandWords(escapeForExpansion(text)) ?? [];
      expect([word && literalOf(word.pattern), word?.isUnknown, more]).toEqual([text, false, []]);
    },
  );
});

import { expect, test } from 'vitest';
import { brokenContinuationAbove } from '../../../../server/src/core/syntax/interfaces/continuation.ts';
import { parseInterfaces } from '../../../../server/src/core/syntax/interfaces/parser.ts';
import { applyEdits } from '../../../../server/src/core/text/edits.ts';

test.each([
  ['blanks', 'auto eth0 \\ \t\n  eth1\n'],
  ['a carriage return', 'auto eth0 \\\r\n  eth1\r\n'],
  ['a carriage return, and no blank below', 'auto eth0 \\\r\neth1\r\n'],
  ['blanks, at the end of the text', 'auto eth0\\ \n eth1'],
])('joins two lines where %s stand behind the backslash', (_, text) => {
  const joining = brokenContinuationAbove(text, text.indexOf('eth1'));
  const { root, problems } = parseInterfaces(joining === undefined ? '' : applyEdits(text, [joining]));
  expect(problems).toEqual([]);
  expect(root.statements).toMatchObject([{ kind: 'auto', names: [{ text: 'eth0' }, { text: 'eth1' }] }]);
});

test.each([
  ['there is no line above', 'eth1\n'],
  ['the line above ends without one', 'auto eth0\neth1\n'],
  ['the line is continued', 'auto eth0 \\\neth1\n'],
  ['the line above is a comment', '# auto eth0 \\ \neth1\n'],
  ['an empty line stands between', 'auto eth0 \\ \n\neth1\n'],
])('joins nothing where %s', (_, text) => {
  expect(brokenContinuationAbove(text, text.indexOf('eth1'))).toBeUndefined();
});

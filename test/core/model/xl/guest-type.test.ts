import { expect, test } from 'vitest';
import { readXl } from '../../../support/xl.ts';

/** As xl 4.17 says in its dry run. */
test.each([
  ['', 'pv'],
  ["type='pv'", 'pv'],
  ["type='p'", 'pv'],
  ["type='pvh'", 'pvh'],
  ["type='hvm'", 'hvm'],
  ["type='h'", 'hvm'],
  ["type=''", 'hvm'],
  ["type='HVM'", undefined],
  ["type='pvhvm'", undefined],
  ["type=['hvm']", 'pv'],
  ["builder='hvm'", 'hvm'],
  ["builder='generic'", 'pv'],
  ["builder='linux'", undefined],
  ["builder='hvm'\ntype='hvm'", 'hvm'],
  ["builder='hvm'\ntype='pv'", undefined],
  ["builder='generic'\ntype='pvh'", undefined],
])('the type of the guest of %j', (text, guest) => {
  expect(readXl(`name='web'\nkernel='/k'\n${text}\n`).guest).toBe(guest);
});

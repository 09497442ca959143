import { expect, test } from 'vitest';
import { parsePvcalls } from '../../../../../server/src/core/syntax/xl/values/pvcalls.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['backend=dom0'],
  [''],
  ['dom0', 'missing-equals-sign «dom0» dropped'],
  ['back=dom0', 'unknown-parameter «back» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parsePvcalls(atomOf(text)))).toEqual(expected);
});

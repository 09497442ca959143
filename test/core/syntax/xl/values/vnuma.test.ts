import { expect, test } from 'vitest';
import { parseVnuma } from '../../../../../server/src/core/syntax/xl/values/vnuma.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['pnode=0'],
  [' size = 512 '],
  ['vcpus=0-3,8'],
  ['vdistances=10,20'],
  ['foo=1', 'unknown-parameter «foo» dropped'],
  ['pnode', 'missing-equals-sign «pnode» refused'],
  ['', 'blank-part «» refused'],
  ['vcpus=', 'empty-value «vcpus=» refused'],
  ['pnode=a', 'not-a-number «a» refused'],
  ['size=512M', 'text-behind-number «512M» misread'],
  ['size=-1', 'negative-number «-1» refused'],
  ['size=-5', 'negative-number «-5» misread'],
  ['vcpus=x,1', 'not-a-number «x» misread'],
  ['vcpus=3-1', 'empty-range «3-1» misread'],
  ['vcpus=0 - 1', 'text-behind-number «0 - 1» misread'],
  ['vcpus=-1', 'endless-range «-1» refused'],
  ['vcpus= ', 'empty-list «» refused'],
  ['vdistances=10,x', 'not-a-number «x» refused'],
  ['vcpus=0,pnode=1', 'not-a-number «pnode=1» misread'],
])('%s', (text, ...expected) => {
  expect(shown(parseVnuma(atomOf(text)))).toEqual(expected);
});

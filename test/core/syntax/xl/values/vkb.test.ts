import { expect, test } from 'vitest';
import { parseVkb } from '../../../../../server/src/core/syntax/xl/values/vkb.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['backend-type=qemu'],
  ['backend-type=LINUX,unique-id=1,width=1024'],
  ['unique-id=1', 'missing-backend-type «unique-id=1» refused'],
  ['', 'missing-backend-type «» refused'],
  ['backend-type=unknown', 'missing-backend-type «backend-type=unknown» refused'],
  ['backend-type=xen', 'unknown-value «xen» refused'],
  ['backend-type=qemu,feature-multi-touch=1', 'multi-touch-without-size «feature-multi-touch=1» refused'],
  ['backend-type=qemu,feature-multi-touch=1,multi-touch-width=5'],
  ['backend-type=qemu,feature-abs-pointer=yes', 'not-a-number «yes» misread'],
  ['backend-type=qemu,width=010', 'octal-number «010» misread'],
  ['type=qemu', 'unknown-parameter «type» refused', 'missing-backend-type «type=qemu» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseVkb(atomOf(text)))).toEqual(expected);
});

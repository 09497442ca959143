import { expect, test } from 'vitest';
import { parseUsbdev } from '../../../../../server/src/core/syntax/xl/values/usbdev.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['type=hostdev,hostbus=1,hostaddr=3'],
  ['hostbus=1,hostaddr=3,controller=0,port=1'],
  ['hostbus=1,foo=3', 'unknown-parameter «foo» refused', 'missing-hostaddr «hostbus=1,foo=3» fails-at-start'],
  ['type=hostdevice,hostbus=1,hostaddr=3', 'unknown-value «hostdevice» refused'],
  ['hostbus=001,hostaddr=010', 'octal-number «010» misread'],
  ['hostbus=300,hostaddr=3', 'number-above-255 «300» misread'],
  ['hostbus=256,hostaddr=3', 'number-above-255 «256» misread', 'missing-hostbus «hostbus=256» fails-at-start'],
  ['hostbus=1,hostaddr=3,port=1', 'port-without-controller «port=1» fails-at-start'],
  [
    '1.3',
    'missing-equals-sign «1.3» refused',
    'missing-hostbus «1.3» fails-at-start',
    'missing-hostaddr «1.3» fails-at-start',
  ],
])('%s', (text, ...expected) => {
  expect(shown(parseUsbdev(atomOf(text)))).toEqual(expected);
});

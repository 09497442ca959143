import { expect, test } from 'vitest';
import { parseUsbctrl, usbctrlLimits } from '../../../../../server/src/core/syntax/xl/values/usbctrl.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['type=pv,version=2,ports=8'],
  ['version=2,ports=4'],
  ['type=AUTO'],
  [''],
  ['type=foo', 'unknown-value «foo» refused'],
  ['kind=pv', 'unknown-parameter «kind» refused'],
  ['type = pv', 'blank-at-name «type » refused'],
  ['pv', 'missing-equals-sign «pv» refused'],
  [' ', 'blank-part « » refused'],
  ['version=9,ports=99', 'unsupported-version «9» fails-at-start'],
  ['type=pv,version=3', 'unsupported-version «3» fails-at-start'],
  ['type=qusb,ports=32', 'unsupported-ports «32» fails-at-start'],
  ['type=devicemodel,ports=4', 'unsupported-ports «4» fails-at-start'],
  ['type=devicemodel,version=1,ports=2'],
  ['type=devicemodel,version=3,ports=16', 'unsupported-ports «16» fails-at-start'],
  ['version=two', 'not-a-number «two» misread'],
])('%s', (text, ...expected) => {
  expect(shown(parseUsbctrl(atomOf(text)))).toEqual(expected);
});

test.each([
  ['version=3', true, []],
  ['version=3', false, ['unsupported-version']],
  ['ports=8', true, ['unsupported-ports']],
  ['ports=8', false, []],
  ['type=pv,version=3', true, ['unsupported-version']],
] as const)('%s, in an HVM guest: %s', (text, isHvm, expected) => {
  expect(usbctrlLimits(parseUsbctrl(atomOf(text)), isHvm).map(({ kind }) => kind)).toEqual(expected);
});

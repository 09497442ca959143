import { expect, test } from 'vitest';
import {
  formatMac,
  isLocal,
  isMulticast,
  isXenPrefix,
  readMac,
} from '../../../../../server/src/core/syntax/xl/values/mac.ts';

test.each([
  ['00:16:3e:12:34:56', { bytes: [0, 0x16, 0x3e, 0x12, 0x34, 0x56], end: 17, ranOver: false }],
  ['0-16.3e 1:2_3', { bytes: [0, 0x16, 0x3e, 1, 2, 3], end: 13, ranOver: false }],
  ['00:16:3e:1:2:3:4', { bytes: [0, 0x16, 0x3e, 1, 2, 3], end: 14, ranOver: false }],
  ['00:16:zz', { bytes: [0, 0x16], end: 6, ranOver: false }],
  ['00:16:100', { bytes: [0, 0x16], end: 6, ranOver: false }],
  ['00:16:3e:1:2', { bytes: [0, 0x16, 0x3e, 1, 2], end: 12, ranOver: true }],
  ['1\u00e92', { bytes: [1], end: 1, ranOver: false }],
])('%s', (text, expected) => {
  expect(readMac(text)).toMatchObject(expected);
});

test('its separators are told with their places', () => {
  expect(readMac('0-16:3e').separators).toEqual([
    { at: 1, text: '-' },
    { at: 4, text: ':' },
    { at: 7, text: '' },
  ]);
});

test.each([
  [[0x00, 0x16, 0x3e, 1, 2, 3], { multicast: false, local: false, xen: true }],
  [[0x01, 0x00, 0x5e, 1, 2, 3], { multicast: true, local: false, xen: false }],
  [[0x02, 0x00, 0x00, 1, 2, 3], { multicast: false, local: true, xen: false }],
])('%s', (mac, expected) => {
  expect({ multicast: isMulticast(mac), local: isLocal(mac), xen: isXenPrefix(mac) }).toEqual(expected);
});

test('is written in pairs', () => {
  expect(formatMac([0, 0x16, 0x3e, 1, 2, 0xff])).toBe('00:16:3e:01:02:ff');
});

import { expect, test } from 'vitest';
import { parseRate } from '../../../../../server/src/core/syntax/xl/values/rate.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['', 'rate-without-number «» refused'],
  ['@5ms', 'rate-without-number «» refused'],
  ['10Mb', 'unreadable-rate «10Mb» refused'],
  ['10 Mb/s', 'unreadable-rate «10 Mb/s» refused'],
  ['0B/s', 'rate-out-of-range «0B/s» refused'],
  ['4294967296b/s', 'rate-out-of-range «4294967296b/s» refused'],
  ['4296MB/s@4294s', 'rate-out-of-range «4296MB/s@4294s» refused'],
  ['10Mb/s@1h', 'unreadable-rate-interval «1h» refused'],
  ['1B/s@4295s', 'rate-interval-out-of-range «4295s» refused'],
  ['010Mb/s', 'octal-rate «010Mb/s» misread'],
  ['1B/s@010ms', 'octal-rate «010ms» misread'],
  ['10Mb/s@50', 'rate-interval-without-unit «50» misread'],
  ['10Mb/s@50ms'],
])('%s', (text, ...expected) => {
  expect(shown(parseRate(atomOf(text)))).toEqual(expected);
});

test.each([
  ['10Mb/s', { bytesPerSecond: 1_250_000, bytesPerInterval: 62_500, intervalMicroseconds: 50_000 }],
  ['250KB/s', { bytesPerSecond: 250_000, bytesPerInterval: 12_500, intervalMicroseconds: 50_000 }],
  ['1MB/s@20ms', { bytesPerSecond: 1_000_000, bytesPerInterval: 20_000, intervalMicroseconds: 20_000 }],
  ['1B/s@5', { bytesPerSecond: 1, bytesPerInterval: 5, intervalMicroseconds: 5_000_000 }],
  // 012 is octal, and the unit is looked for at the 8.
  ['0128Mb/s', { bytesPerSecond: 10, bytesPerInterval: 0, intervalMicroseconds: 50_000 }],
  ['fast', undefined],
])('%s comes to %o', (text, expected) => {
  expect(parseRate(atomOf(text)).limit).toEqual(expected);
});

import { expect, test } from 'vitest';
import { literalMeant, numberMeant } from '../../../../server/src/core/model/xl/value-meant.ts';
import { findKey } from '../../../../server/src/core/schema/xl/index.ts';

test.each([
  ['memory', '512MB', '512'],
  ['memory', '2G', '2048'],
  ['memory', '1.5GiB', '1536'],
  ['memory', '1048576K', '1024'],
  ['memory', '1024 k', '1'],
  ['memory', '100K', undefined],
  ['memory', '1,024', undefined],
  ['memory', '512.0', '512'],
  ['memory', 'much', undefined],
  ['vmtrace_buf_kb', '2M', '2048'],
  ['vcpus', '2G', undefined],
  ['vcpus', 'yes', undefined],
  ['localtime', 'yes', '1'],
  ['localtime', 'Off', '0'],
  ['localtime', 'False', '0'],
  ['localtime', 'maybe', undefined],
] as const)('as a number, %s = %s is %s', (key, word, number) => {
  const doc = findKey('domain', key);
  expect(doc && numberMeant(word, doc)).toBe(number);
});

test.each([
  ['name', 'web', '"web"'],
  ['name', 'say "hi"', `'say "hi"'`],
  ['name', `it's "it"`, `"it's \\"it\\""`],
  ['name', 'C:\\x', '"C:\\\\x"'],
  ['rtc_timeoffset', '-3600', '"-3600"'],
  ['memory', '0x1F', '0x1f'],
  ['vif', 'bridge=xenbr0', '[ "bridge=xenbr0" ]'],
  ['on_crash', 'restart', '"restart"'],
  ['on_crash', 'reboot', undefined],
  ['memory', 'much', undefined],
] as const)('without quotes, %s = %s is meant to be %s', (key, text, literal) => {
  expect(literalMeant(text, findKey('domain', key), false)).toBe(literal);
});

test('what is meant by a word that no key of xl has may be a switch, and is left alone', () => {
  expect(literalMeant('yes', undefined, false)).toBeUndefined();
  expect(literalMeant('web', undefined, false)).toBe('"web"');
});

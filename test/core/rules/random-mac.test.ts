import { expect, test } from 'vitest';
import { macGenerator } from '../../../server/src/core/rules/random-mac.ts';

test('addresses are under the prefix of Xen, in the half that is for everybody', () => {
  expect(macGenerator([], () => 255)()).toBe('00:16:3e:7f:ff:ff');
});

test('each is another one, and none that the text has, whatever the bytes are', () => {
  const newMac = macGenerator(['mac=00:16:3E:01:01:02'], () => 1);
  const macs = Array.from({ length: 1000 }, newMac);
  expect(macs.slice(0, 2)).toEqual(['00:16:3e:01:01:01', '00:16:3e:01:01:03']);
  expect(new Set(macs).size).toBe(1000);
});

import { expect, test } from 'vitest';
import { keysMeant } from '../../../../server/src/core/model/xl/key-spelling.ts';

test.each([
  ['vpcus', ['vcpus']],
  ['memmory', ['memory']],
  ['nmae', ['name']],
  ['max-mem', ['maxmem']],
  ['VCPUS', ['vcpus']],
  ['onreboot', ['on_reboot']],
  ['on_shutdown', ['on_poweroff']],
  ['ram', ['memory']],
  ['vifs', ['vif']],
  // Only one key begins with it, though others are nearer.
  ['device_model_ver', ['device_model_version']],
  ['localt', ['localtime']],
  // It is a key.
  ['memory', []],
  // It is one of xm, and near one of xl's.
  ['cpu', []],
  ['shadow', []],
  // It is near none, or too short to tell.
  ['owner', []],
  ['vnx', []],
] as const)('%s is meant to be %j', (written, names) => {
  expect(keysMeant('domain', written).map(({ name }) => name)).toEqual(names);
});

test('the keys of each kind of file are its own', () => {
  expect(keysMeant('xl.conf', 'autobaloon').map(({ name }) => name)).toEqual(['autoballoon']);
  expect(keysMeant('domain', 'autobaloon')).toEqual([]);
});

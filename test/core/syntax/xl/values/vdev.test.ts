import { describe, expect, test } from 'vitest';
import { formatVdev, nextFreeVdev, readVdev } from '../../../../../server/src/core/syntax/xl/values/vdev.ts';

/** Device numbers as in xen-vbd-interface(7), and what libxl_device.c makes of odd names. */
describe('a name and its device number', () => {
  test.each([
    ['xvda', 'xvd', 0, undefined, 0xca00],
    ['xvdb2', 'xvd', 1, 2, 0xca12],
    ['xvdp15', 'xvd', 15, 15, 0xcaff],
    ['xvdq', 'xvd', 16, undefined, 0x10001000],
    ['xvda16', 'xvd', 0, 16, 0x10000010],
    ['xvdaa', 'xvd', 26, undefined, 0x10001a00],
    ['xvdbgqcv', 'xvd', 1_048_575, undefined, 0x1fffff00],
    ['d0p0', 'd', 0, undefined, 0xca00],
    ['d0x10p1', 'd', 16, 1, 0x10001001],
    ['hda', 'hd', 0, undefined, 0x300],
    ['hdd63', 'hd', 3, 63, 0x167f],
    ['sda', 'sd', 0, undefined, 0x800],
    ['sdp15', 'sd', 15, 15, 0x8ff],
    ['51712', 'number', undefined, undefined, 0xca00],
    ['0xca00', 'number', undefined, undefined, 0xca00],
    ['', 'number', undefined, undefined, 0],
    ['xvd', 'xvd', undefined, undefined, -16],
    ['xvda+5', 'xvd', 0, 5, 0xca05],
  ])('%s', (text, kind, disk, partition, number) => {
    expect(readVdev(text)).toEqual({ kind, disk, partition, number });
  });

  test.each([
    ...[
      'hde',
      'hda64',
      'sdq',
      'sda16',
      'xvda256',
      'xvda0',
      'xvda01',
      'xvdA',
      'xvda ',
      '/dev/xvda',
      'XVDA',
      'zz1',
      'vda',
    ],
    ...['xvdbgqcw', 'd1048576p0', 'd0p256', 'd0', 'dp1', '2147483648', '-1', 'hda-1', ' ', 'xvda99999999999999999999'],
  ])('%s is none', (text) => {
    expect(readVdev(text)).toBeUndefined();
  });

  test.each(['xvda', 'xvdz9', 'xvdaa', 'xvdzz255', 'hdd1', 'sdp', 'd3p2', '51712'])(
    '%s is written as it is read',
    (text) => {
      const vdev = readVdev(text);
      expect(vdev && formatVdev(vdev)).toBe(text);
    },
  );
});

test.each([
  [['xvda'], 'xvda', 'xvdb'],
  [['xvda', 'xvdb1', 'd2p0'], 'xvda', 'xvdd'],
  [['51712'], 'xvda', 'xvdb'],
  [['xvda1', 'xvda2'], 'xvda1', 'xvda3'],
  [['hda', 'hdb', 'hdc'], 'hda', 'hdd'],
  [['hda', 'hdb', 'hdc', 'hdd'], 'hda', undefined],
  [['xvda'], 'sda', 'sda'],
  [['sda1', ...Array.from({ length: 15 }, (_, index) => `sda${index + 1}`)], 'sda1', 'sdb1'],
  [['nonsense'], 'nonsense', 'xvda'],
])('beside %s, one more like %s is %s', (taken, like, expected) => {
  expect(nextFreeVdev(taken, like)).toBe(expected);
});

import { expect, test } from 'vitest';
import { vcpuCount } from '../../../../server/src/core/model/xl/vcpu-count.ts';
import { readXl } from '../../../support/xl.ts';

test.each([
  ['vcpus = 2', 2n],
  ['maxvcpus = 4\nvcpus = 2', 4n],
  ['maxvcpus = 0\nvcpus = 2', 2n],
  // xl drops what is no number, and goes on as if it were not there.
  ["maxvcpus = ['1']\nvcpus = 2", 2n],
  ["maxvcpus = ['1']", undefined],
  ["vcpus = 'two'", undefined],
  ['memory = 512', 0n],
  ['vcpus = 2\nvnuma = [ [ "vcpus=0-3" ] ]', undefined],
])('of %j xl knows %s vCPUs', (text, count) => {
  expect(vcpuCount(readXl(`${text}\n`, { kind: 'domain', xenVersion: '4.20' }))).toBe(count);
});

import { describe, expect, test } from 'vitest';
import type { SpecName } from '../../../../server/src/core/schema/xl/key-doc.ts';
import { readXl } from '../../../support/xl.ts';
import cases from '../../syntax/xl/fixtures/behaviour-cases.json' with { type: 'json' };

const languages: readonly SpecName[] = [
  ...(['vfb', 'usbctrl', 'usbdev', 'channel', 'vtpm', 'p9', 'pvcalls', 'vdispl', 'vkb', 'vsnd', 'virtio'] as const),
  ...(['vnuma', 'cpuid'] as const),
];

/** Refused for what stands in no string of a device: a sum that does not fit, a string where a list is wanted. */
const refusedElsewhere = ['maxvcpus=', 'maxmem=', "vnuma=['"];

const withDevices = cases
  .filter(({ input }) => !refusedElsewhere.some((text) => input.includes(text)))
  .filter(({ input }) => readXl(input).specs.some(({ language }) => languages.includes(language)));

function isRefused(text: string, xenVersion: string): boolean {
  const uses = readXl(text, { xenVersion }).specs.filter(({ language }) => languages.includes(language));
  return uses.some(({ spec }) => spec.problems.some(({ effect }) => effect === 'refused'));
}

describe('recorded answers about devices', () => {
  test('there are some', () => expect(withDevices.length).toBeGreaterThan(20));

  test.each(withDevices.map((one) => [one.input.replace(/^name=.*\nkernel=.*\n/, '').trim(), one] as const))(
    '%s',
    (_, { input, xl417, xlmaster }) => {
      expect([isRefused(input, '4.17'), isRefused(input, '4.22')]).toEqual([xl417.rc !== 0, xlmaster.rc !== 0]);
    },
  );
});

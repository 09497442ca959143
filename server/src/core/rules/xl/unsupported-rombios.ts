import { isEmulating } from '../../model/xl/emulated-disks.ts';
import { atomsOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const unsupportedRombios: XlRule = {
  name: 'unsupported-rombios',
  group: 'xl',
  severity: 'error',
  summary: 'The firmware is ROMBIOS, which only qemu-xen-traditional has.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (!isEmulating(config)) return;
    for (const key of ['bios', 'firmware']) {
      const [atom, ...more] = atomsOf(config.settings, key);
      if (atom?.text.toLowerCase() !== 'rombios' || more.length > 0) continue;
      yield {
        location: placeIn(config, atom.span),
        message:
          'ROMBIOS runs in qemu-xen-traditional only: libxl says `qemu-xen does not support bios=rombios`, and the guest does not start.',
        fixes: [{ title: 'Write `seabios`', safety: 'unsafe', edits: [replaceIn(config, atom.span, 'seabios')] }],
      };
    }
  },
};

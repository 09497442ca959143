import { disksOf } from '../../model/xl/devices.ts';
import { isEmulating, vdevPicker } from '../../model/xl/emulated-disks.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { replacing } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const cdromNotEmulated: XlRule = {
  name: 'cdrom-not-emulated',
  group: 'xl',
  severity: 'warning',
  summary: 'A CD-ROM drive of an HVM guest has a vdev beyond the four that QEMU emulates.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (!isEmulating(config)) return;
    const pick = vdevPicker(config);
    for (const { spec } of disksOf(config)) {
      const { device, isCdrom, vdev = '' } = spec;
      if (!isCdrom || device?.disk === undefined || device.disk < 4) continue;
      const span = fieldOf(spec, 'vdev')?.value?.span ?? spec.atom.span;
      const free = pick('hdc');
      yield {
        location: placeIn(config, span),
        message:
          `QEMU emulates a CD-ROM drive only at the first four letters, so the guest's firmware does not see ${inlineCode(vdev)} ` +
          'and cannot boot from it.',
        fixes: free === undefined ? [] : [replacing(config, span, free)],
      };
    }
  },
};

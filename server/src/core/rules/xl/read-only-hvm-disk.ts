import { disksOf } from '../../model/xl/devices.ts';
import { emulatedPlace } from '../../model/xl/emulated-disks.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { replacing } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const readOnlyHvmDisk: XlRule = {
  name: 'read-only-hvm-disk',
  group: 'xl',
  severity: 'error',
  summary: 'A disk of an HVM guest is read-only, which QEMU has no IDE or AHCI disk for.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const disk of disksOf(config)) {
      const { access, isCdrom, vdev = '' } = disk.spec;
      const bus = emulatedPlace(config, disk)?.bus;
      if (access !== 'r' || isCdrom || bus === undefined || bus === 'SCSI') continue;
      const span = fieldOf(disk.spec, 'access')?.value?.span ?? disk.spec.atom.span;
      const fixes: readonly Fix[] = [replacing(config, span, 'w')];
      yield {
        location: placeIn(config, span),
        message:
          `QEMU emulates ${inlineCode(vdev)} as an ${bus} disk, and those are never read-only: libxl says \`qemu-xen doesn't ` +
          `support read-only ${bus} disk drivers\`, and the guest does not start. An \`sd\` vdev may be read-only.`,
        fixes,
      };
    }
  },
};

import type { XlConfig } from '../../model/xl/config.ts';
import type { DiskUse } from '../../model/xl/devices.ts';
import { disksOf } from '../../model/xl/devices.ts';
import type { VdevPicker } from '../../model/xl/emulated-disks.ts';
import { emulatedPlace, vdevPicker } from '../../model/xl/emulated-disks.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import { replacing } from '../device-fault.ts';
import type { Report, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const duplicateVdev: XlRule = {
  name: 'duplicate-vdev',
  group: 'xl',
  severity: 'error',
  summary: 'Two disks of a guest have the same vdev, or one place among the disks that QEMU emulates.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const pick = vdevPicker(config);
    const byNumber = new Map<number, DiskUse>();
    const byPlace = new Map<string, DiskUse>();
    for (const disk of disksOf(config)) {
      const number = disk.spec.device?.number;
      const same = number === undefined ? undefined : byNumber.get(number);
      if (same !== undefined) {
        yield reportFor(
          config,
          disk,
          same,
          `${alias(disk, same)}libxl says \`device already exists in xenstore\``,
          pick,
        );
        continue;
      }
      if (number !== undefined) byNumber.set(number, disk);
      const place = emulatedPlace(config, disk);
      if (place === undefined) continue;
      const slot = `${place.bus} ${place.unit}`;
      const other = byPlace.get(slot);
      if (other === undefined) {
        byPlace.set(slot, disk);
        continue;
      }
      const both = `\`${other.spec.vdev}\` and \`${disk.spec.vdev}\` are one ${place.bus} disk to QEMU`;
      yield reportFor(config, disk, other, `${both}, which goes by the letter: it exits`, pick);
    }
  },
};

/** Where the two are written otherwise. */
function alias({ spec }: DiskUse, other: DiskUse): string {
  return spec.vdev === other.spec.vdev ? '' : `\`${other.spec.vdev}\` and \`${spec.vdev}\` are the same device: `;
}

function reportFor(config: XlConfig, disk: DiskUse, earlier: DiskUse, what: string, pick: VdevPicker): Report {
  const vdev = disk.spec.vdev ?? '';
  const span = spanOf(disk);
  const free = pick(vdev);
  return {
    location: placeIn(config, span),
    message: `Another disk of this guest is ${inlineCode(earlier.spec.vdev ?? '')} already: ${what}, and the guest does not start.`,
    related: [{ location: placeIn(config, spanOf(earlier)), message: 'The first one.' }],
    fixes: free === undefined ? [] : [replacing(config, span, free)],
  };
}

function spanOf({ spec }: DiskUse): Span {
  return fieldOf(spec, 'vdev')?.value?.span ?? spec.atom.span;
}

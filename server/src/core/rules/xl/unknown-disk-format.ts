import { diskFormats } from '../../syntax/xl/values/disk-type.ts';
import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, meantBy, oneOfThese, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unknownDiskFormat: XlRule = {
  ...xlRefusal,
  name: 'unknown-disk-format',
  kinds: ['domain'],
  summary: 'A disk has a format that xl does not know.',
  fixes: ['unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'unknown-disk-format') continue;
      const word = fault.text.trim().toLowerCase();
      const meant = rawWords.includes(word) ? ['raw'] : meantBy(fault.text, diskFormats);
      const advice = foreignFormats.includes(word) ? ' `qemu-img convert` makes one of those of it.' : '';
      yield reportOf(fault, {
        message:
          `xl knows no format ${inlineCode(fault.text)} of a disk, only ${oneOfThese(diskFormats)}.${advice} ` +
          afterXlRefusal(config),
        fixes: meant.map((format) => replacing(config, fault.span, format)),
      });
    }
  },
};

/** What other programs, or people, call a disk without a format of its own. */
const rawWords: readonly string[] = ['img', 'iso', 'aio', 'phy', 'file', 'lvm', 'block', 'tap'];

/** Formats of other hypervisors. */
const foreignFormats: readonly string[] = ['vmdk', 'vdi', 'vhdx', 'parallels'];

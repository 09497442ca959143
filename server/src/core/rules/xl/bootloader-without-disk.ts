import { isUnreadable, lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import { listOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const bootloaderWithoutDisk: XlRule = {
  name: 'bootloader-without-disk',
  group: 'xl',
  severity: 'error',
  summary: 'A guest has a boot loader but no disk for it to look at, and does not start.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm' || isUnreadable(config)) return;
    const bootloader = stringSetting(config, 'bootloader');
    const line = bootloader && lineOf(bootloader);
    // A disk of the wrong shape is reported as that.
    const hasDisk = config.settings.has('disk') && listOf(config.settings, 'disk')?.length !== 0;
    if (line === undefined || hasDisk) return;
    yield {
      location: placeIn(config, line.span),
      message:
        'The boot loader reads the first disk of the guest, and there is none: libxl says `cannot run bootloader with no boot disk`, and the guest does not start.',
    };
  },
};

import { lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const kernelBesideBootloader: XlRule = {
  name: 'kernel-beside-bootloader',
  group: 'xl',
  severity: 'information',
  summary: 'A kernel beside a boot loader is looked for on the disk of the guest, not in dom0.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm') return;
    const bootloader = stringSetting(config, 'bootloader');
    const kernel = stringSetting(config, 'kernel') ?? stringSetting(config, 'ramdisk');
    const [lines, kernelLine] = [bootloader && lineOf(bootloader), kernel && lineOf(kernel)];
    if (lines === undefined || kernelLine === undefined) return;
    const key = kernelLine.key.text;
    yield {
      location: placeIn(config, kernelLine.key.span),
      message: `Beside \`bootloader\`, \`${key}\` is a path on the guest's disk: libxl hands it to the boot loader as \`--${key}\`, and nobody looks for it in dom0.`,
      related: [{ location: placeIn(config, lines.span), message: 'The boot loader is named here.' }],
      fixes: [
        ...fixByComment(config, kernelLine.span, `Make a comment of \`${key}\``),
        ...(key === 'kernel' ? fixByComment(config, lines.span, 'Make a comment of `bootloader`') : []),
      ],
    };
  },
};

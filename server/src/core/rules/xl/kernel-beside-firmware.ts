import { lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const kernelBesideFirmware: XlRule = {
  name: 'kernel-beside-firmware',
  group: 'xl',
  severity: 'error',
  summary: 'A PV or PVH guest has both a kernel and a firmware, for which xl refuses the file.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm') return;
    const [kernel, firmware] = [stringSetting(config, 'kernel'), stringSetting(config, 'firmware')];
    const [kernelLine, firmwareLine] = [kernel && lineOf(kernel), firmware && lineOf(firmware)];
    if (kernelLine === undefined || firmwareLine === undefined) return;
    yield {
      location: placeIn(config, firmwareLine.key.span),
      message: `\`firmware\` takes the place of \`kernel\`, and this guest has both. ${afterXlRefusal(config)}`,
      related: [{ location: placeIn(config, kernelLine.span), message: 'The kernel is named here.' }],
      fixes: [
        ...fixByComment(config, firmwareLine.span, 'Make a comment of `firmware`'),
        ...fixByComment(config, kernelLine.span, 'Make a comment of `kernel`'),
      ],
    };
  },
};

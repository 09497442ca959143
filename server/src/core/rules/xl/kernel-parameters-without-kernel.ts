import { isHvmloader, isUnreadable, kernelParameters, lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { commentOut } from '../xl-wording.ts';

export const kernelParametersWithoutKernel: XlRule = {
  name: 'kernel-parameters-without-kernel',
  group: 'xl',
  severity: 'error',
  summary: 'An HVM guest has a ramdisk or a command line, but no kernel, and does not start.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest !== 'hvm' || isUnreadable(config)) return;
    if (stringSetting(config, 'kernel') !== undefined && !isHvmloader(config)) return;
    const lines = kernelParameters
      .flatMap((key) => stringSetting(config, key) ?? [])
      .flatMap((setting) => lineOf(setting) ?? [])
      .toSorted((a, b) => a.span.start - b.span.start);
    const [first, ...others] = lines;
    if (first === undefined) return;
    const edits = lines.map(({ span }) => commentOut(config, span));
    const fix: Fix = {
      title: lines.length > 1 ? 'Make comments of these lines' : 'Make a comment of it',
      safety: 'unsafe',
      edits: edits.flatMap((edit) => edit ?? []),
    };
    yield {
      location: placeIn(config, first.key.span),
      message: `\`${first.key.text}\` is for a kernel, and this HVM guest has ${isHvmloader(config) ? 'none but hvmloader, which xl ignores' : 'none'}: libxl says \`direct boot parameters specified but kernel missing\`, and the guest does not start.`,
      related: others.map(({ key }) => ({
        location: placeIn(config, key.span),
        message: 'This is for a kernel, too.',
      })),
      fixes: edits.includes(undefined) ? [] : [fix],
    };
  },
};

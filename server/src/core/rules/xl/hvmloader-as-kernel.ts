import { isHvmloader, lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const hvmloaderAsKernel: XlRule = {
  name: 'hvmloader-as-kernel',
  group: 'xl',
  severity: 'information',
  summary: 'An HVM guest names hvmloader for its kernel, as xm wanted it; xl ignores that.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    const kernel = isHvmloader(config) ? stringSetting(config, 'kernel') : undefined;
    const line = kernel && lineOf(kernel);
    if (line === undefined) return;
    const isOnly = kernel?.assignments.length === 1;
    yield {
      location: placeIn(config, line.span),
      tag: 'unnecessary',
      message:
        'xl finds hvmloader itself: it prints a warning and ignores this line. Another hvmloader is named in `firmware_override`.',
      fixes: isOnly
        ? fixByComment(config, line.span, 'Make a comment of it').map((fix): Fix => ({ ...fix, safety: 'safe' }))
        : [],
    };
  },
};

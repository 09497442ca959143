import { lineOf, stringSetting } from '../../model/xl/direct-boot.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const ignoredRootAndExtra: XlRule = {
  name: 'ignored-root-and-extra',
  group: 'xl',
  severity: 'error',
  summary: '`root` and `extra` stand beside `cmdline`, so that xl ignores them.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    const cmdline = stringSetting(config, 'cmdline');
    const line = cmdline && lineOf(cmdline);
    if (line === undefined) return;
    for (const key of ['root', 'extra']) {
      const setting = stringSetting(config, key);
      const ignored = setting && lineOf(setting);
      if (setting === undefined || ignored === undefined) continue;
      yield {
        location: placeIn(config, ignored.key.span),
        tag: 'unnecessary',
        message: `\`cmdline\` is the whole command line of the kernel: xl prints a warning and ignores \`${key}\` beside it.`,
        related: [{ location: placeIn(config, line.span), message: 'The whole command line stands here.' }],
        fixes:
          setting.assignments.length > 1
            ? []
            : fixByComment(config, ignored.span, `Make a comment of \`${key}\``).map(
                (fix): Fix => ({ ...fix, safety: 'safe' }),
              ),
      };
    }
  },
};

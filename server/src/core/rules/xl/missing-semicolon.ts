import type { XlConfig } from '../../model/xl/config.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { countBefore, insertIn, textAt } from '../xl-wording.ts';

export const missingSemicolon: XlRule = {
  ...xlRefusal,
  name: 'missing-semicolon',
  summary: 'Two settings stand on one line without `;` between them, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'missing-semicolon')) {
      const key = textAt(config, location.span);
      yield {
        location,
        message: `\`${key}\` begins another setting on the same line, and no \`;\` stands before it. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span),
      };
    }
  },
};

function fixesFor(config: XlConfig, { start }: Span): readonly Fix[] {
  const before = start - countBefore(config, start, ' \t');
  return [{ title: 'Write `;` between them', safety: 'safe', edits: [insertIn(config, before, ';')] }];
}

import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { fixByComment, textAt } from '../xl-wording.ts';

export const sectionHeader: XlRule = {
  ...xlRefusal,
  name: 'section-header',
  summary: 'A section header, as INI files have it, stands in a file of xl, which refuses it.',
  fixes: ['unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'section-header')) {
      const said = inlineCode(textAt(config, location.span));
      yield {
        location,
        message: `${said} is a section header: xl's files have no sections, but one guest each. ${afterXlRefusal(config)}`,
        fixes: fixByComment(config, location.span),
      };
    }
  },
};

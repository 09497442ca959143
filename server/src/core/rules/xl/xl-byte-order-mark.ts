import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const xlByteOrderMark: XlRule = {
  ...xlRefusal,
  name: 'xl-byte-order-mark',
  summary: 'The file begins with a byte order mark, for which xl refuses it.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'xl-byte-order-mark')) {
      yield {
        location,
        message: `The file begins with a byte order mark, of which xl can make nothing. ${afterXlRefusal(config)}`,
        fixes: [{ title: 'Remove the byte order mark', safety: 'safe', edits: [replaceIn(config, location.span, '')] }],
      };
    }
  },
};

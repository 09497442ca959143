import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const xlNulByte: XlRule = {
  ...xlRefusal,
  name: 'xl-nul-byte',
  summary: 'A NUL byte stands in the file, which xl cannot read.',
  fixes: ['unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'xl-nul-byte')) {
      yield {
        location,
        message: `A NUL byte stands here, of which xl can make nothing. ${afterXlRefusal(config)}`,
        fixes: [{ title: 'Remove the NUL byte', safety: 'unsafe', edits: [replaceIn(config, location.span, '')] }],
      };
    }
  },
};

import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, fixByComment } from '../xl-wording.ts';

export const missingValue: XlRule = {
  ...xlRefusal,
  name: 'missing-value',
  summary: 'No value stands behind `=`, for which xl refuses the file.',
  fixes: ['unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'missing-value')) {
      const assignment = assignmentAt(config, location.span);
      const key = inlineCode(assignment?.key.text ?? '');
      yield {
        location,
        message: `${key} has no value: what is to stay unset is left out or made a comment. ${afterXlRefusal(config)}`,
        fixes: assignment === undefined ? [] : fixByComment(config, assignment.span),
      };
    }
  },
};

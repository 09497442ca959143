import type { XlConfig } from '../../model/xl/config.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, insertIn, replaceIn, textAt } from '../xl-wording.ts';

export const valueOnNextLine: XlRule = {
  ...xlRefusal,
  name: 'value-on-next-line',
  summary: 'A value begins on the line below its `=`, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'value-on-next-line')) {
      const assignment = assignmentAt(config, location.span);
      if (assignment?.value === undefined) continue;
      yield {
        location,
        message: `The value of \`${assignment.key.text}\` has to begin on the line of its \`${assignment.operator}\`: lines may end only inside brackets. ${afterXlRefusal(config)}`,
        fixes: [
          {
            title: 'Begin the value on this line',
            safety: 'safe',
            edits: editsFor(config, assignment.value, location.span),
          },
        ],
      };
    }
  },
};

function editsFor(config: XlConfig, value: NonNullable<Assignment['value']>, operator: Span): readonly TextEdit[] {
  const between = { start: operator.end, end: value.span.start };
  if (!textAt(config, between).includes('#')) return [replaceIn(config, between, ' ')];
  // Of a list its bracket alone, so that comments come to stand inside it.
  const moved = { start: value.span.start, end: value.kind === 'list' ? value.span.start + 1 : value.span.end };
  return [insertIn(config, operator.end, ` ${textAt(config, moved)}`), replaceIn(config, moved, '')];
}

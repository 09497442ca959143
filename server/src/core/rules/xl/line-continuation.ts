import type { XlConfig } from '../../model/xl/config.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, countBefore, replaceIn } from '../xl-wording.ts';

export const lineContinuation: XlRule = {
  ...xlRefusal,
  name: 'line-continuation',
  summary: 'A backslash ends a line, as if the next one went on with it; xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const { span } of problemsIn(config, 'line-continuation')) {
      const isInList = assignmentAt(config, span)?.value?.kind === 'list';
      yield {
        location: placeIn(config, { start: span.start, end: span.start + 1 }),
        message: `xl does not join lines at a backslash; only inside brackets a setting goes on below. ${afterXlRefusal(config)}`,
        fixes: [
          isInList
            ? { title: 'Remove the backslash', safety: 'safe', edits: [replaceIn(config, span, '\n')] }
            : { title: 'Join the two lines', safety: 'safe', edits: [joinAt(config, span)] },
        ],
      };
    }
  },
};

/** The backslash with the blanks around it and the line end becomes one blank. */
function joinAt(config: XlConfig, span: Span): TextEdit {
  const { text } = config.tree;
  const before = countBefore(config, span.start, ' \t');
  const after = /^[ \t]*/.exec(text.slice(span.end, span.end + 200))?.[0].length ?? 0;
  return replaceIn(config, { start: span.start - before, end: span.end + after }, ' ');
}

import { lineEndOf } from '../../text/edited-file.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';

export const commentWithoutNewline: XlRule = {
  ...xlRefusal,
  name: 'comment-without-newline',
  summary: 'The last line is a comment and ends without a newline, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    const { text } = config.tree;
    for (const location of problemsIn(config, 'comment-without-newline')) {
      const end = { start: text.length, end: text.length };
      yield {
        location,
        message: `The file ends inside this comment: to xl a comment ends with a newline. ${afterXlRefusal(config)}`,
        fixes: [
          {
            title: 'End the line with a newline',
            safety: 'safe',
            edits: [{ file: config.file, span: end, text: lineEndOf(text) }],
          },
        ],
      };
    }
  },
};

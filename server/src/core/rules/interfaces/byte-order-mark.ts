import { replaceSpan } from '../../syntax/interfaces/print.ts';
import { afterRefusal, problemsOf, refusal } from '../refusal.ts';
import type { InterfacesRule } from '../rule.ts';

export const byteOrderMark: InterfacesRule = {
  ...refusal,
  name: 'byte-order-mark',
  summary: 'The file begins with a byte order mark, for which ifupdown refuses it.',
  fixes: ['safe'],
  *check({ host }) {
    for (const { edited, location } of problemsOf(host, 'byte-order-mark')) {
      yield {
        location,
        message:
          'The file begins with a byte order mark, which ifupdown takes for the first letter of an option that belongs ' +
          `to no stanza. ${afterRefusal(host, location.file)}`,
        fixes: [
          {
            title: 'Remove the byte order mark',
            safety: 'safe',
            edits: [replaceSpan(edited, location.span, '')],
          },
        ],
      };
    }
  },
};

import { replaceSpan } from '../../syntax/interfaces/print.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import { problemsOf } from '../refusal.ts';
import type { InterfacesRule } from '../rule.ts';

export const nulByte: InterfacesRule = {
  name: 'nul-byte',
  group: 'interfaces',
  severity: 'error',
  summary: 'A NUL byte ends the line for ifupdown, and the rest of the line is lost.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    for (const { edited, location } of problemsOf(host, 'nul-byte')) {
      const { text } = edited;
      const lost = text.slice(location.span.end, lineSpanAt(text, location.span.start).end).replaceAll('\0', '').trim();
      yield {
        location,
        message:
          'A NUL byte stands here. ifupdown reads the line up to it' +
          `${lost === '' ? '' : ` and drops the rest, \`${lost}\``}, without a message.`,
        fixes: [{ title: 'Remove the NUL byte', safety: 'unsafe', edits: [replaceSpan(edited, location.span, '')] }],
      };
    }
  },
};

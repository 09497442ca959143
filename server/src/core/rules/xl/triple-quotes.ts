import type { XlConfig } from '../../model/xl/config.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { replaceIn, textAt } from '../xl-wording.ts';

export const tripleQuotes: XlRule = {
  ...xlRefusal,
  name: 'triple-quotes',
  summary: 'A string stands in three quotes, as Python has it, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'triple-quotes')) {
      const isLong = textAt(config, location.span).includes('\n');
      const advice = isLong ? 'Write the text in one line and in single quotes.' : '';
      yield {
        location,
        message: [
          'Three quotes are Python: to xl an empty string ends before the third one.',
          advice,
          afterXlRefusal(config),
        ]
          .filter((part) => part !== '')
          .join(' '),
        fixes: fixesFor(config, location.span),
      };
    }
  },
};

function fixesFor(config: XlConfig, span: Span): readonly Fix[] {
  const text = textAt(config, span);
  const quote = text[0] ?? '';
  const inner = text.slice(3, -3);
  if (text.length < 6 || !text.endsWith(quote.repeat(3)) || /[\n\\]/.test(inner) || inner.includes(quote)) return [];
  return [
    { title: 'Write one quote for three', safety: 'safe', edits: [replaceIn(config, span, quote + inner + quote)] },
  ];
}

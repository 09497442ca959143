import type { XlConfig } from '../../model/xl/config.ts';
import { betweenTypographicQuotes, literalMeant, switchMeant } from '../../model/xl/value-meant.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import { findUnreadKey } from '../../schema/xl/index.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, fixByComment, insertIn, replaceIn, textAt } from '../xl-wording.ts';

export const unquotedValue: XlRule = {
  ...xlRefusal,
  name: 'unquoted-value',
  summary: 'A value stands without quotes and is no plain number, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'unquoted-value')) {
      const text = textAt(config, location.span);
      const shape = config.settings.get(assignmentAt(config, location.span)?.key.text ?? '')?.doc?.shape;
      const isSwitch = shape === 'boolean' && switchMeant(text) !== undefined;
      const why = isSwitch ? 'is no value to xl, which has 1 for yes and 0 for no' : `has no quotes${reasonFor(text)}`;
      yield {
        location,
        message: `${inlineCode(text)} ${why}. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span, text),
      };
    }
  },
};

function reasonFor(text: string): string {
  if (betweenTypographicQuotes(text) !== undefined) return ' to xl, which knows `"` and `\'` only';
  if (/^0x[0-9A-Fa-f]+$/i.test(text)) return ', and to xl the letters of a hexadecimal number are small';
  if (/^-[0-9]/.test(text)) return ', and a sign needs them';
  if (/^[0-9]/.test(text)) return ' and is no number to xl, which has digits and no units, signs or points';
  return ': only a number in digits goes without them';
}

function fixesFor(config: XlConfig, span: Span, text: string): readonly Fix[] {
  const assignment = assignmentAt(config, span);
  if (assignment === undefined || isTemplate(text)) return [];
  const quote = config.tree.text[span.end] ?? '';
  const rest = config.tree.text.slice(span.end + 1, lineSpanAt(config.tree.text, span.end).end);
  if ((quote === '"' || quote === "'") && !rest.includes(quote)) {
    return [{ title: `Write \`${quote}\` before it`, safety: 'safe', edits: [insertIn(config, span.start, quote)] }];
  }
  const { key } = assignment;
  if (config.kind === 'domain' && findUnreadKey(key.text) !== undefined) {
    return fixByComment(config, assignment.span).map((fix) => ({ ...fix, safety: 'safe' }));
  }
  const doc = config.settings.get(key.text)?.doc;
  const literal = literalMeant(text, doc, assignment.value?.kind === 'list');
  if (literal === undefined) return [];
  return [{ title: `Write ${inlineCode(literal)}`, safety: 'safe', edits: [replaceIn(config, span, literal)] }];
}

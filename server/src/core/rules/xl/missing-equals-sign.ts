import type { XlConfig } from '../../model/xl/config.ts';
import { literalMeant } from '../../model/xl/value-meant.ts';
import { findKey } from '../../schema/xl/index.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, fixByComment, replaceIn, textAt } from '../xl-wording.ts';

export const missingEqualsSign: XlRule = {
  ...xlRefusal,
  name: 'missing-equals-sign',
  summary: 'A line has no `=` between key and value, for which xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'missing-equals-sign')) {
      const said = inlineCode(textAt(config, location.span));
      yield {
        location,
        message: `No \`=\` follows ${said}, and every line that is no comment has to read \`KEY = VALUE\`. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span),
      };
    }
  },
};

function fixesFor(config: XlConfig, span: Span): readonly Fix[] {
  const assignment = assignmentAt(config, span);
  if (assignment?.value !== undefined && assignment.span.start === span.start) {
    const { key, value } = assignment;
    if (!/^[a-z]/.test(key.text) || key.text !== key.text.toLowerCase() || key.text.includes('-')) return [];
    const edits = [replaceIn(config, { start: key.span.end, end: value.span.start }, ' = ')];
    return [{ title: 'Write `=`', safety: 'safe', edits }];
  }
  const [, key = '', words = ''] = /^([a-z][._0-9a-z]*)[ \t:]+(\S+)$/.exec(textAt(config, span)) ?? [];
  const doc = findKey(config.kind, key);
  const value = doc && literalMeant(words, doc, false);
  if (value === undefined) return fixByComment(config, span);
  return [
    {
      title: `Write ${inlineCode(`${key} = ${value}`)}`,
      safety: 'unsafe',
      edits: [replaceIn(config, span, `${key} = ${value}`)],
    },
  ];
}

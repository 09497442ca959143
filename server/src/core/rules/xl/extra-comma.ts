import type { XlConfig } from '../../model/xl/config.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, replaceIn } from '../xl-wording.ts';

export const extraComma: XlRule = {
  ...xlRefusal,
  name: 'extra-comma',
  summary: 'A comma stands where no list goes on, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'extra-comma')) {
      const inList = isInList(config, location.span);
      const why = inList ? 'No value stands before this comma' : 'A comma has its place in a list alone';
      yield {
        location,
        message: `${why}. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span, inList),
      };
    }
  },
};

function isInList(config: XlConfig, span: Span): boolean {
  return assignmentAt(config, span)?.value?.kind === 'list';
}

function fixesFor(config: XlConfig, span: Span, inList: boolean): readonly Fix[] {
  const rest = config.tree.text.slice(span.end, span.end + 200);
  const edit = (text: string) => [replaceIn(config, span, text)];
  if (inList || /^[ \t\r]*(?:[#\n]|$)/.test(rest))
    return [{ title: 'Remove the comma', safety: 'safe', edits: edit('') }];
  if (!/^[ \t]*[a-z][._0-9a-z]*[ \t]*\+?=/.test(rest)) return [];
  return [{ title: 'Write `;` for it', safety: 'safe', edits: edit(';') }];
}

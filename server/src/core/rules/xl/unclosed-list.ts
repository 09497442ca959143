import type { XlConfig } from '../../model/xl/config.ts';
import type { Assignment, ListValue } from '../../syntax/xl/ast.ts';
import type { Location } from '../../text/location.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { insertIn, textAt } from '../xl-wording.ts';

export const unclosedList: XlRule = {
  ...xlRefusal,
  name: 'unclosed-list',
  summary: 'A list has no closing bracket, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'unclosed-list')) {
      const opened = openedBefore(config, location.span.start);
      const list = opened?.value?.kind === 'list' ? opened.value : undefined;
      const isBehind = list !== undefined && location.span.start > list.span.end;
      const at = isBehind ? ` before ${inlineCode(textAt(config, location.span))}` : '';
      const what = opened === undefined ? 'A list' : `The list of \`${opened.key.text}\``;
      yield {
        location,
        message: `${what} is not closed${at}: \`]\` is missing. ${afterXlRefusal(config)}`,
        related: list === undefined ? [] : [{ location: bracketOf(config, list), message: 'The list begins here.' }],
        fixes: list === undefined ? [] : fixesFor(config, list),
      };
    }
  },
};

/** The last list before an offset that is an assignment's; `undefined` where that one is closed, so that another is not. */
function openedBefore(config: XlConfig, offset: number): Assignment | undefined {
  const last = config.tree.root.assignments.findLast(
    ({ value }) => value?.kind === 'list' && value.span.start <= offset,
  );
  return last?.value !== undefined && textAt(config, last.value.span).endsWith(']') ? undefined : last;
}

function bracketOf(config: XlConfig, { span }: ListValue): Location {
  return placeIn(config, { start: span.start, end: span.start + 1 });
}

function fixesFor(config: XlConfig, list: ListValue): readonly Fix[] {
  const last = list.items.at(-1);
  const isOpen = last?.kind === 'string' && last.atom.span.end === last.span.end;
  if (isOpen || list.items.some(({ kind }) => kind === 'list' || kind === 'unread')) return [];
  const blank = /^\[[ \t]/.test(textAt(config, list.span)) ? ' ' : '';
  return [{ title: 'Close the list', safety: 'safe', edits: [insertIn(config, list.span.end, `${blank}]`)] }];
}

import type { XlConfig } from '../../model/xl/config.ts';
import { indexOfItemAt } from '../../model/xl/nested-values.ts';
import type { Value } from '../../syntax/xl/ast.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, insertIn } from '../xl-wording.ts';

export const missingComma: XlRule = {
  ...xlRefusal,
  name: 'missing-comma',
  summary: 'Two values of a list have no comma between them, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'missing-comma')) {
      yield {
        location,
        message: `A comma is missing before this value; xl does not join strings that follow each other, as Python does. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span),
      };
    }
  },
};

/** None where one of the two is no value, since quotes are then at the wrong places. */
function fixesFor(config: XlConfig, span: Span): readonly Fix[] {
  const [before, after] = neighbours(assignmentAt(config, span)?.value, span.start);
  if (before === undefined || before.kind === 'unread' || after?.kind === 'unread') return [];
  return [{ title: 'Write a comma between them', safety: 'safe', edits: [insertIn(config, before.span.end, ',')] }];
}

/** The item that begins at an offset and the one before it. */
function neighbours(value: Value | undefined, offset: number): readonly (Value | undefined)[] {
  let list = value;
  while (list?.kind === 'list') {
    const index = indexOfItemAt(list.items, offset);
    const item = index === undefined ? undefined : list.items[index];
    if (index === undefined || item === undefined) return [];
    if (item.span.start === offset && index > 0) return [list.items[index - 1], item];
    list = item;
  }
  return [];
}

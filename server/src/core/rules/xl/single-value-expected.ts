import type { XlConfig } from '../../model/xl/config.ts';
import type { ReadSetting } from '../../model/xl/read-settings.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { listOf } from '../../model/xl/values.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn, textAt, wrongShape } from '../xl-wording.ts';

export const singleValueExpected: XlRule = {
  name: 'single-value-expected',
  group: 'xl',
  severity: 'error',
  summary: 'A key that takes one value has a list, so that xl drops it.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const setting of readSettings(config)) {
      const { doc, key, last } = setting;
      if (doc.shape === 'list' || doc.shape === 'string-or-list' || last.value === undefined) continue;
      if (listOf(config.settings, key) === undefined) continue;
      yield {
        location: placeIn(config, last.value.span),
        ...wrongShape(config, doc, 'takes one value, and this is a list'),
        fixes: fixesFor(config, setting),
      };
    }
  },
};

/** Of a list with a single value, and without a comment inside that would be lost. */
function fixesFor(config: XlConfig, { effective, last }: ReadSetting): readonly Fix[] {
  const list = last.value;
  if (effective.length > 1 || list?.kind !== 'list' || textAt(config, list.span).includes('\n')) return [];
  const [item, ...more] = list.items;
  if (more.length > 0 || (item?.kind !== 'string' && item?.kind !== 'number')) return [];
  const text = textAt(config, item.span);
  return [{ title: 'Take it out of the brackets', safety: 'unsafe', edits: [replaceIn(config, list.span, text)] }];
}

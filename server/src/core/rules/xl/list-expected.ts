import type { XlConfig } from '../../model/xl/config.ts';
import type { ReadSetting } from '../../model/xl/read-settings.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { atomsOf, stringOf } from '../../model/xl/values.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { insertIn, replaceIn, wrongShape } from '../xl-wording.ts';

export const listExpected: XlRule = {
  name: 'list-expected',
  group: 'xl',
  severity: 'error',
  summary: 'A key that takes a list in brackets has a string or a number, so that xl drops it.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const setting of readSettings(config)) {
      const { doc, key, last } = setting;
      const [first] = atomsOf(config.settings, key);
      if (first === undefined || last.value === undefined) continue;
      if (doc.deprecatedForm?.shape === 'string' && stringOf(config.settings, key)?.trim() === '') {
        yield {
          location: placeIn(config, last.value.span),
          refuses: true,
          message: `\`${key}\` takes a list in brackets: cutting up an empty string, xl crashes. The guest is not created.`,
          fixes: fixesFor(config, setting),
        };
      }
      if (doc.shape !== 'list') continue;
      yield {
        location: placeIn(config, last.value.span),
        ...wrongShape(config, doc, 'takes a list in brackets, and this is a single value'),
        fixes: fixesFor(config, setting),
      };
    }
  },
};

function fixesFor(config: XlConfig, { effective, last }: ReadSetting): readonly Fix[] {
  const { value } = last;
  if (effective.length > 1 || value === undefined || (value.kind !== 'string' && value.kind !== 'number')) return [];
  if (value.atom.text.trim() === '') {
    return [{ title: 'Write an empty list', safety: 'unsafe', edits: [replaceIn(config, value.span, '[]')] }];
  }
  const edits = [insertIn(config, value.span.start, '[ '), insertIn(config, value.span.end, ' ]')];
  return [{ title: 'Put it in brackets', safety: 'unsafe', edits }];
}

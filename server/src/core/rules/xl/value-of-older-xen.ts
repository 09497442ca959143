import { readSettings } from '../../model/xl/read-settings.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { compareVersions } from '../../schema/xl/xen-version.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const valueOfOlderXen: XlRule = {
  name: 'value-of-older-xen',
  group: 'xl',
  severity: 'information',
  summary: 'A value that a newer Xen than the one the file is for knows no longer.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: [],
  *check({ config }) {
    for (const { doc, key } of readSettings(config)) {
      const [atom, ...more] = atomsOf(config.settings, key);
      const removed = doc.valuesRemovedIn?.[atom?.text ?? ''];
      if (atom === undefined || more.length > 0 || removed === undefined) continue;
      if (compareVersions(config.xenVersion, removed) >= 0) continue;
      yield {
        location: placeIn(config, atom.span),
        tag: 'deprecated',
        message: `\`${atom.text}\` is gone since Xen ${removed}: from then on xl refuses the file. Xen ${config.xenVersion} still knows it.`,
      };
    }
  },
};

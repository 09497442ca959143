import { hasSince } from '../../schema/xl/xen-version.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const keyOfNewerXen: XlRule = {
  name: 'key-of-newer-xen',
  group: 'xl',
  severity: 'information',
  summary: 'A key that came with a newer Xen than the one the file is for, whose xl never reads it.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: [],
  *check({ config }) {
    for (const { key, doc, assignments } of config.settings.values()) {
      const [first] = assignments;
      if (doc?.since === undefined || first === undefined || hasSince(config.xenVersion, doc.since)) continue;
      yield {
        location: placeIn(config, first.key.span),
        message: `\`${key}\` came with Xen ${doc.since}: xl of Xen ${config.xenVersion} never reads it and says nothing.`,
      };
    }
  },
};

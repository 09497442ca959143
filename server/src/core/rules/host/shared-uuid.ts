import type { Claim } from '../../model/dom0/clashes.ts';
import { clashesIn } from '../../model/dom0/clashes.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { findKey } from '../../schema/xl/index.ts';
import { reportOfClash } from '../clash-report.ts';
import type { HostRule } from '../rule.ts';
import { fixByComment } from '../xl-wording.ts';

export const sharedUuid: HostRule = {
  name: 'shared-uuid',
  group: 'host',
  severity: 'warning',
  summary: 'Two domUs of a dom0 have the same UUID, so that the tools take them for one.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ dom0 }) {
    for (const clash of clashesIn(dom0.domUs.flatMap(claimOf))) {
      const { config } = clash.claim.domU;
      const [line, ...more] = config.settings.get('uuid')?.assignments ?? [];
      yield reportOfClash(clash, {
        message: `${shownDomU(clash.earlier.domU)} has this UUID, too: nothing checks it, but both run under one \`/vm/UUID\` in xenstore, and the block script takes them for one domU, which may have a disk twice.`,
        fixes:
          line === undefined || more.length > 0
            ? []
            : fixByComment(config, line.span, 'Make it a comment, and let xl take a new UUID at each start'),
      });
    }
  },
};

/** What xl cannot read is none. */
function claimOf(domU: DomU): readonly Claim[] {
  const [atom, ...more] = atomsOf(domU.config.settings, 'uuid');
  const isUuid = atom !== undefined && findKey('domain', 'uuid')?.value?.check(atom.text) === undefined;
  if (!isUuid || more.length > 0) return [];
  return [{ domU, thing: atom.text.toLowerCase(), span: atom.span }];
}

import type { Claim, Clash } from '../../model/dom0/clashes.ts';
import { firstOfEachDomU } from '../../model/dom0/clashes.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { groupBy } from '../../text/group-by.ts';
import { reportOfClash } from '../clash-report.ts';
import type { HostRule } from '../rule.ts';

export const sharedWritableDisk: HostRule = {
  name: 'shared-writable-disk',
  group: 'host',
  severity: 'warning',
  summary: 'Two domUs of a dom0 have the same disk, and at least one of them writes to it.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    for (const clash of clashesIn(dom0.domUs.flatMap(claimsOf))) {
      const { claim, earlier } = clash;
      const who =
        claim.isWritten && earlier.isWritten
          ? 'and both write to it'
          : `and ${shownDomU((claim.isWritten ? claim : earlier).domU)} writes to it`;
      yield reportOfClash(clash, {
        message: `This is a disk of ${shownDomU(earlier.domU)}, too, ${who}: no usual file system bears that. Of a device, the block script refuses the second domU; of a file, nothing need do so.`,
      });
    }
  },
};

interface DiskClaim extends Claim {
  readonly isWritten: boolean;
}

/** What a script of its own or a driver domain makes of a path is not known. */
function claimsOf(domU: DomU): readonly DiskClaim[] {
  return disksOf(domU.config).flatMap(({ spec }) => {
    const { target, backend, script, access, isCdrom } = spec;
    const span = fieldOf(spec, 'target')?.value?.span;
    if (target === undefined || span === undefined || !target.startsWith('/')) return [];
    if (backend !== undefined || script !== undefined || isCdrom) return [];
    return [{ domU, thing: target.replace(/\/{2,}/g, '/'), span, isWritten: access === 'w' }];
  });
}

/** Of those that share a disk, the first writer clashes with all behind it, and with the first of the readers before it. */
function clashesIn(claims: readonly DiskClaim[]): readonly Clash<DiskClaim>[] {
  return [...groupBy(claims, ({ thing }) => thing).values()].flatMap((group) => {
    const own = firstOfEachDomU(group);
    const at = own.findIndex(({ isWritten }) => isWritten);
    const writer = own[at];
    if (writer === undefined) return [];
    const reader = own
      .slice(0, at)
      .slice(0, 1)
      .map((earlier) => ({ claim: writer, earlier }));
    return [...reader, ...own.slice(at + 1).map((claim) => ({ claim, earlier: writer }))];
  });
}

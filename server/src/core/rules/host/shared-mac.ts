import type { Claim } from '../../model/dom0/clashes.ts';
import { clashesIn } from '../../model/dom0/clashes.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import { vifsOf } from '../../model/xl/devices.ts';
import { writtenMac } from '../../model/xl/vif-macs.ts';
import { inlineCode } from '../../text/markdown.ts';
import { reportOfClash } from '../clash-report.ts';
import { replacing } from '../device-fault.ts';
import type { HostRule } from '../rule.ts';

export const sharedMac: HostRule = {
  name: 'shared-mac',
  group: 'host',
  severity: 'warning',
  summary: 'Vifs of two domUs of a dom0 have the same MAC address.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ dom0, newMac }) {
    for (const clash of clashesIn(dom0.domUs.flatMap(claimsOf))) {
      const { claim, earlier } = clash;
      yield reportOfClash(clash, {
        message: `A vif of ${shownDomU(earlier.domU)} has the address ${inlineCode(claim.thing)}, too: nothing checks it, but on one network each of the two gets only a part of its packets.`,
        fixes: [{ ...replacing(claim.domU.config, claim.span, newMac()), title: 'Write a new address' }],
      });
    }
  },
};

/** For zeros alone libxl takes an address by chance. */
const none = '00:00:00:00:00:00';

function claimsOf(domU: DomU): readonly Claim[] {
  return vifsOf(domU.config).flatMap((vif) => {
    const mac = writtenMac(vif);
    if (mac?.usual === undefined || mac.usual === none) return [];
    return [{ domU, thing: mac.usual, span: mac.value.span }];
  });
}

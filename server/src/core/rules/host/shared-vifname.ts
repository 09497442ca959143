import type { Claim } from '../../model/dom0/clashes.ts';
import { clashesIn } from '../../model/dom0/clashes.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import { swallowingFields } from '../../model/xl/swallowed-parameters.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { reportOfClash } from '../clash-report.ts';
import { removingFrom } from '../device-fault.ts';
import type { HostRule } from '../rule.ts';

export const sharedVifname: HostRule = {
  name: 'shared-vifname',
  group: 'host',
  severity: 'warning',
  summary: 'Vifs of two domUs of a dom0 are to have the same name in dom0.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ dom0 }) {
    for (const clash of clashesIn(guestVifsOf(dom0).flatMap(claimOf))) {
      const { claim, earlier } = clash;
      const { domU, guest, field } = claim;
      yield reportOfClash(clash, {
        message: `A vif of ${shownDomU(earlier.domU)} is called ${inlineCode(claim.thing)}, too: dom0 has only one interface of that name, and while one of the two domUs runs the other does not start.`,
        fixes: [
          removingFrom(domU.config, guest.vif, field.span, 'Remove `vifname`, and let libxl name the vif', 'unsafe'),
        ],
      });
    }
  },
};

interface NameClaim extends Claim {
  readonly guest: GuestVif;
  readonly field: SpecField;
}

/** A driver domain has interfaces of its own. */
function claimOf(guest: GuestVif): readonly NameClaim[] {
  const { vif, domU, driverDomain } = guest;
  const field = fieldOf(vif.spec, 'vifname');
  const isHere = driverDomain === undefined && !swallowingFields(vif).some((one) => one.field === field);
  if (field?.value === undefined || field.value.text === '' || !isHere) return [];
  return [{ domU, guest, field, thing: field.value.text, span: field.value.span }];
}

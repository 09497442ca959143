import type { Claim } from '../../model/dom0/clashes.ts';
import { clashesIn } from '../../model/dom0/clashes.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf, isRoutedByDom0 } from '../../model/dom0/guest-vifs.ts';
import { parseIpv4AddressValue } from '../../schema/values/ipv4-address.ts';
import { fieldText } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import { reportOfClash } from '../clash-report.ts';
import type { HostRule } from '../rule.ts';

export const sharedVifAddress: HostRule = {
  name: 'shared-vif-address',
  group: 'host',
  severity: 'warning',
  summary: 'Vifs of two domUs on one bridge, or both routed by dom0, have the same IP address.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    for (const clash of clashesIn(guestVifsOf(dom0).flatMap(claimsOf))) {
      const { claim, earlier } = clash;
      const what = `\`ip=\` of ${shownDomU(earlier.domU)} has ${inlineCode(claim.address)}, too`;
      const where = claim.bridge === undefined ? 'dom0 routes to one of the two alone' : 'their bridge is the same';
      yield reportOfClash(clash, {
        message: `${what}, and ${where}: of two domUs with one address, either loses packets to the other.`,
      });
    }
  },
};

interface AddressClaim extends Claim {
  readonly address: string;
  readonly bridge: string | undefined;
}

/** Networks apart may have equal addresses; where a vif is, is known of bridges, and where dom0 routes. */
function claimsOf(guest: GuestVif): readonly AddressClaim[] {
  const { vif, domU, bridge } = guest;
  if (bridge === undefined && !isRoutedByDom0(guest)) return [];
  const place = bridge === undefined ? 'routed' : `on ${networkOf(guest)}`;
  return vif.spec.ip.flatMap(({ atom }) => {
    const address = atom.text.replace(/\/32$/, '');
    if (parseIpv4AddressValue(address) === undefined || address.includes('/')) return [];
    return [{ domU, bridge, address, thing: `${address} ${place}`, span: atom.span }];
  });
}

/** VLANs are networks apart, too: to vif-openvswitch the tag is a part of the name, and `vlan=` is one to either script. */
function networkOf({ vif, bridge, written, script }: GuestVif): string {
  const name = script === 'vif-openvswitch' ? written : bridge;
  return `${name} ${fieldText(vif.spec, 'vlan') ?? ''}`;
}

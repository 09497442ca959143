import { identityOf } from '../../model/dom0/domu-names.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { vifsByBridge } from '../../model/dom0/guest-vifs.ts';
import { inlineCode } from '../../text/markdown.ts';
import { placesOfVifs } from '../guests-on-bridge.ts';
import type { HostRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const vifWithoutIp: HostRule = {
  name: 'vif-without-ip',
  group: 'host',
  severity: 'hint',
  summary: 'A vif does not say its IP address, though others on its bridge do, so that its domU may use theirs.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    if (dom0.host === undefined) return;
    for (const [bridge, guests] of vifsByBridge(dom0)) {
      const filtered = guests.filter(saysAddress);
      for (const guest of guests) {
        const isOpen = guest.script === 'vif-bridge' && guest.vif.spec.problems.length === 0 && !saysAddress(guest);
        const other = filtered.find(({ domU }) => identityOf(domU) !== identityOf(guest.domU));
        if (!isOpen || other === undefined) continue;
        const { atom, span } = guest.vif.value;
        yield {
          location: placeIn(guest.domU.config, atom.text === '' ? span : atom.span),
          message: `Other vifs on ${inlineCode(bridge)} say their addresses by \`ip=\`, this one does not: where dom0 filters bridged packets, vif-bridge lets all pass that come from it, whatever address they claim.`,
          related: placesOfVifs([other]),
        };
      }
    }
  },
};

function saysAddress({ vif, script }: GuestVif): boolean {
  return script === 'vif-bridge' && vif.spec.ip.length > 0;
}

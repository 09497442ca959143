import { bridgeStateOf } from '../../model/dom0/bridge-state.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import type { HostModel } from '../../model/host.ts';
import { groupBy } from '../../text/group-by.ts';
import { enumerate, inlineCode } from '../../text/markdown.ts';
import { placeOfVif } from '../guests-on-bridge.ts';
import type { HostRule, Report } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const domuJoinsBridges: HostRule = {
  name: 'domu-joins-bridges',
  group: 'host',
  severity: 'information',
  summary: 'A domU has vifs on several bridges, and so can pass packets from one network to another.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    const { host } = dom0;
    if (host === undefined) return;
    for (const [domU, guests] of groupBy(guestVifsOf(dom0), (guest) => guest.domU)) {
      const byBridge = groupBy(guests, ({ bridge }) => bridge);
      const firsts = [...byBridge].flatMap(([bridge, own]) =>
        bridge !== undefined && isConnected(host, bridge, own) ? own.slice(0, 1) : [],
      );
      if (firsts.length > 1) yield reportOf(domU, firsts);
    }
  },
};

/** What the domU is not put into joins nothing; of the bridges of another switch than the kernel's nothing is known. */
function isConnected(host: HostModel, bridge: string, guests: readonly GuestVif[]): boolean {
  const isSwitched = guests.some(({ script }) => script !== 'vif-bridge');
  return isSwitched || ['there', 'unknown'].includes(bridgeStateOf(host, bridge));
}

function reportOf(domU: DomU, guests: readonly GuestVif[]): Report {
  const { config } = domU;
  const names = guests.map(({ bridge }) => inlineCode(bridge ?? ''));
  const [line] = config.settings.get('vif')?.effective ?? [];
  return {
    location: placeIn(config, line?.key.span ?? { start: 0, end: 0 }),
    message: `${shownDomU(domU)} has vifs on ${enumerate(names)}: what passes between these networks is for it alone to decide, past all rules of dom0. Only a router or a firewall should have more than one.`,
    related: guests.map((guest, at) => ({
      location: placeOfVif(guest),
      message: `It is on ${names[at]} by this vif.`,
    })),
  };
}

import type { Dom0 } from '../../model/dom0/dom0.ts';
import { shownDomU, shownDomUs } from '../../model/dom0/domu-names.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf, namesVlans, vifsByBridge } from '../../model/dom0/guest-vifs.ts';
import type { TrunkBridge } from '../../model/dom0/vlan-trunks.ts';
import { trunkBridges } from '../../model/dom0/vlan-trunks.ts';
import type { Interface } from '../../model/host.ts';
import { groupBy } from '../../text/group-by.ts';
import { enumerate, inlineCode } from '../../text/markdown.ts';
import { placeOfVif, placesOfVifs, sentenceOnGuests } from '../guests-on-bridge.ts';
import type { HostRule, RelatedPlace, Report } from '../rule.ts';

export const domuOnVlanTrunk: HostRule = {
  name: 'domu-on-vlan-trunk',
  group: 'host',
  severity: 'information',
  summary: 'DomUs are on a bridge that passes frames of other VLANs with their tags on.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    yield* vifsOfSwitches(dom0);
    if (dom0.host === undefined) return;
    for (const trunk of trunkBridges(dom0.host)) {
      const guests = (vifsByBridge(dom0).get(trunk.link.name) ?? []).filter(isPlain);
      const [stanza] = trunk.link.bridge?.stanzas ?? [];
      if (stanza === undefined || guests.length === 0) continue;
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        message: `${trunk.onBridge.length > 0 ? whereOnBridge(trunk) : whereOnPort(trunk)}${sentenceOnGuests(guests)}`,
        related: [...[...trunk.onBridge, ...trunk.onPorts].flatMap(placeOfVlan), ...placesOfVifs(guests)],
      };
    }
  },
};

/** A vif that says its VLANs is not meant. */
function isPlain(guest: GuestVif): boolean {
  return guest.script === 'vif-bridge' && !namesVlans(guest);
}

function whereOnBridge({ link: { name }, onBridge }: TrunkBridge): string {
  const these = onBridge.length === 1 ? 'lies' : 'lie';
  return `${shownVlans(onBridge)} ${these} on the bridge ${name}, so that tagged frames pass it, and every port gets them: domUs on it need only set a tag to send and receive there, and in any other VLAN of that wire. VLANs of the card, with a bridge on each, keep domUs in theirs.`;
}

function whereOnPort({ link: { name, bridge }, onPorts }: TrunkBridge): string {
  const raw = new Set(onPorts.map(({ vlan }) => vlan?.rawDevice));
  const ports = [...new Set(bridge?.ports.map((port) => port.name))].filter((port) => raw.has(port));
  return `${enumerate(ports)}, under ${shownVlans(onPorts)}, is a port of ${name}, which hands on tagged frames as they are: a domU on it need only set a tag to send there; in VLANs of that wire that are not on this dom0 it receives, too. A VLAN of its own under ${name} keeps domUs in it.`;
}

/** More than these are only counted. */
const mostVlans = 4;

function shownVlans(vlans: readonly Interface[]): string {
  const names = vlans.map(({ name, vlan }) => `VLAN ${vlan?.id} (${name})`);
  if (names.length <= mostVlans) return enumerate(names);
  return enumerate([...names.slice(0, mostVlans - 1), `${names.length - mostVlans + 1} more`]);
}

function placeOfVlan({ name, stanzas: [stanza], portOf: [port] }: Interface): readonly RelatedPlace[] {
  const location = stanza === undefined ? port?.location : { file: stanza.file, span: stanza.nameWord.span };
  return location === undefined ? [] : [{ location, message: `Here is ${name}.` }];
}

/** To vif-openvswitch `NAME` alone is a port without a tag, which has all VLANs of the switch (ovs-vswitchd.conf.db(5), vlan_mode). */
function* vifsOfSwitches(dom0: Dom0): Iterable<Report> {
  const guests = guestVifsOf(dom0).filter(({ script }) => script === 'vif-openvswitch');
  for (const [bridge, own] of groupBy(guests, (guest) => guest.bridge)) {
    const tagged = own.filter((guest) => /^[^.:]+\.\d+$/.test(guest.written));
    if (bridge === undefined || tagged.length === 0) continue;
    for (const guest of own) {
      if (guest.written !== bridge || namesVlans(guest)) continue;
      const name = inlineCode(bridge);
      yield {
        location: placeOfVif(guest),
        message: `${name} without a tag gives ${shownDomU(guest.domU)} all VLANs of that switch, those of ${shownDomUs(tagged.map(({ domU }) => domU))} included: it may send and receive in each. \`NAME.TAG\` keeps a domU in one VLAN, \`NAME:TAG:TAG\` in those.`,
        related: placesOfVifs(tagged),
      };
    }
  }
}

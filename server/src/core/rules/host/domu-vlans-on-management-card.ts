import type { SharedCard } from '../../model/dom0/spare-cards.ts';
import { sharedCardOf } from '../../model/dom0/spare-cards.ts';
import type { Interface } from '../../model/host.ts';
import { enumerate } from '../../text/markdown.ts';
import type { HostRule, RelatedPlace } from '../rule.ts';

export const domuVlansOnManagementCard: HostRule = {
  name: 'domu-vlans-on-management-card',
  group: 'host',
  severity: 'information',
  summary:
    "All domUs' networks are VLANs of the card by which their dom0 is reached, while another card stands unused.",
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    const shared = sharedCardOf(dom0);
    const [stanza] = shared?.spare[0]?.stanzas ?? [];
    if (shared === undefined || stanza === undefined) return;
    yield {
      location: { file: stanza.file, span: stanza.nameWord.span },
      message: messageOn(shared),
      related: shared.bridges.slice(0, mostPlaces).flatMap(placeOf),
    };
  },
};

/** More than these are only counted, or left out. */
const mostNames = 4;
const mostPlaces = 10;

function messageOn({ bridges, cards, spare }: SharedCard): string {
  const stand = spare.length === 1 ? 'stands' : 'stand';
  const areVlans = bridges.length === 1 ? "the domUs' bridge is a VLAN" : "the domUs' bridges are VLANs";
  return `${namesOf(spare)} ${stand} unused, while ${areVlans} of ${enumerate(cards)}, by which the dom0 is reached (${namesOf(bridges)}): only tags keep the networks apart, and domUs that fill the cable cut dom0 off. A bridge on a card of its own, for the DMZ first, parts them by wire.`;
}

function namesOf(links: readonly Interface[]): string {
  const names = links.map(({ name }) => name);
  if (names.length <= mostNames) return enumerate(names);
  return enumerate([...names.slice(0, mostNames - 1), `${names.length - mostNames + 1} more`]);
}

function placeOf({ name, bridge }: Interface): readonly RelatedPlace[] {
  const [stanza] = bridge?.stanzas ?? [];
  if (stanza === undefined) return [];
  return [
    { location: { file: stanza.file, span: stanza.nameWord.span }, message: `Here is ${name}, where domUs are.` },
  ];
}

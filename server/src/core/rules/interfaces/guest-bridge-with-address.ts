import type { StanzaAddress } from '../../model/addresses.ts';
import { placeOfAddress } from '../../model/addresses.ts';
import type { Dom0 } from '../../model/dom0/dom0.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { vifsReaching } from '../../model/dom0/guest-vifs.ts';
import type { AddressedBridge } from '../../model/guest-bridges.ts';
import { guestBridgesWithAddress, isBorrowedByBridge } from '../../model/guest-bridges.ts';
import type { HostModel } from '../../model/host.ts';
import { makeBridgeManual } from '../../model/make-manual.ts';
import { enumerate } from '../../text/markdown.ts';
import { placesOfVifs, sentenceOnGuests } from '../guests-on-bridge.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';
import { everyDialect } from '../rule.ts';

export const guestBridgeWithAddress: InterfacesRule = {
  name: 'guest-bridge-with-address',
  group: 'interfaces',
  severity: 'information',
  summary: 'A bridge that only guests use has an IP address, by which they reach the host.',
  refuses: false,
  dialects: everyDialect,
  fixes: ['unsafe'],
  *check({ host, dom0 }) {
    const isBorrowed = isBorrowedByBridge(host);
    for (const bridge of guestBridgesWithAddress(host)) {
      const edits = bridge.addresses.some(isBorrowed) ? undefined : makeBridgeManual(host, bridge);
      yield* reportsFor(bridge, edits, { host, dom0, guests: vifsReaching(dom0, bridge.link.name) });
    }
  },
};

/** What is around a bridge. */
interface Surroundings {
  readonly host: HostModel;
  readonly dom0: Dom0;
  readonly guests: readonly GuestVif[];
}

function reportsFor(
  { link, addresses }: AddressedBridge,
  edits: Fix['edits'] | undefined,
  { host, dom0, guests }: Surroundings,
): readonly Report[] {
  const [first, ...others] = addresses;
  if (first === undefined) return [];
  const isXen = host.isXenHost || dom0.domUs.length > 0;
  const [self, guest] = isXen ? ['the dom0', 'domU'] : ['this host', 'guest'];
  return [
    {
      location: placeOfAddress(first),
      severity: isXen ? 'warning' : 'information',
      message:
        `${link.name} has an address (${enumerate(addresses.map(wordsFor))}), though ${self} is reached by ` +
        `${enumerate([...host.management].sort())}: every ${guest} on the bridge can reach ${self} by it.` +
        sentenceOnGuests(guests),
      related: [
        ...others.map((address) => ({ location: placeOfAddress(address), message: 'It has this address, too.' })),
        ...placesOfVifs(guests),
      ],
      fixes: edits ? [{ title: `Make ${link.name} manual, and keep IPv6 off it`, safety: 'unsafe', edits }] : [],
    },
  ];
}

function wordsFor({ source, option, stanza }: StanzaAddress): string {
  if (source === 'auto') return 'by router advertisements';
  return option?.value.words[0]?.text ?? `by ${stanza.method}`;
}

import { placeOfAddress } from '../../model/addresses.ts';
import type { AddressedBridge } from '../../model/guest-bridges.ts';
import { bridgesWithUnreachableAddress, isBorrowedByBridge } from '../../model/guest-bridges.ts';
import { makeBridgeManual } from '../../model/make-manual.ts';
import { enumerate } from '../../text/markdown.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

export const unreachableAddressBridge: InterfacesRule = {
  name: 'unreachable-address-bridge',
  group: 'interfaces',
  severity: 'information',
  summary: 'A bridge has a single address that nothing leads to; manual needs none.',
  refuses: false,
  dialects: ['ifupdown', 'ifupdown2'],
  fixes: ['unsafe'],
  *check({ host }) {
    const isBorrowed = isBorrowedByBridge(host);
    for (const bridge of bridgesWithUnreachableAddress(host)) {
      const edits = bridge.addresses.some(isBorrowed) ? undefined : makeBridgeManual(host, bridge);
      yield* reportsFor(bridge, edits);
    }
  },
};

function reportsFor({ link, addresses }: AddressedBridge, edits: Fix['edits'] | undefined): readonly Report[] {
  const [first, ...others] = addresses;
  if (first === undefined) return [];
  const stated = enumerate(addresses.map(({ address, prefix }) => `${address}/${prefix}`));
  return [
    {
      location: placeOfAddress(first),
      message:
        `${link.name} has ${stated}, with no network around it, no gateway and no route: nobody needs it. ` +
        'A bridge comes up with `manual`, without any address.',
      related: others.map((address) => ({
        location: placeOfAddress(address),
        message: 'Nor does anything lead here.',
      })),
      fixes: edits ? [{ title: `Make ${link.name} manual, and keep IPv6 off it`, safety: 'unsafe', edits }] : [],
    },
  ];
}

/** What rules say of the domUs on a bridge. */
import { shownDomU, shownDomUs } from '../model/dom0/domu-names.ts';
import type { GuestVif } from '../model/dom0/guest-vifs.ts';
import { fieldOf } from '../syntax/xl/values/spec.ts';
import type { Location } from '../text/location.ts';
import type { RelatedPlace } from './rule.ts';
import { placeIn } from './xl-refusal.ts';

/** Where a vif says its bridge, or all of the vif where it does not. */
export function placeOfVif({ domU: { config }, vif }: GuestVif): Location {
  const bridge = fieldOf(vif.spec, 'bridge')?.value;
  if (bridge !== undefined && bridge.text !== '') return placeIn(config, bridge.span);
  const { atom, span } = vif.value;
  return placeIn(config, atom.text === '' ? span : atom.span);
}

/** More places than these help nobody. */
const mostPlaces = 10;

/** The vifs on a bridge, as places that belong to a finding about it. */
export function placesOfVifs(guests: readonly GuestVif[]): readonly RelatedPlace[] {
  return guests
    .slice(0, mostPlaces)
    .map((guest) => ({ location: placeOfVif(guest), message: `Here ${shownDomU(guest.domU)} is put on it.` }));
}

/** The domUs on a bridge, as one more sentence of a message; empty where there are none. */
export function sentenceOnGuests(guests: readonly GuestVif[]): string {
  return guests.length === 0 ? '' : ` On it: ${shownDomUs(guests.map(({ domU }) => domU))}.`;
}

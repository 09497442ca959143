import { bridgesMeant } from '../bridges.ts';
import type { HostModel } from '../host.ts';
import { natureOf } from '../interface-nature.ts';
import { switchTypeOf } from '../open-vswitch.ts';
import type { SpecUse } from '../xl/config.ts';
import type { OfferedName } from '../xl/offered-names.ts';
import type { Dom0 } from './dom0.ts';
import { guestVifsOf } from './guest-vifs.ts';

/**
 * The bridges that a vif may be put into, each with what it is: first those that dom0's interfaces files make, the ones by
 * which dom0 is reached last, then those that only other vifs name.
 *
 * @param vif the vif in question; `undefined`: the default of all
 */
export function bridgesOffered(dom0: Dom0, vif: SpecUse | undefined): readonly OfferedName[] {
  const guests = guestVifsOf(dom0);
  const own = guests.find((guest) => guest.vif.value === vif?.value);
  // Of a driver domain nothing is known, and of a script of one's own not what it makes of the name.
  const hasBridges = own === undefined || own.bridge !== undefined || own.vif.spec.bridge === '';
  if (!hasBridges) return [];
  const made = dom0.host === undefined ? [] : bridgesIn(dom0.host, own?.script === 'vif-openvswitch');
  const others = new Set(
    guests.flatMap(({ bridge, isStated, vif: { value } }) => (isStated && value !== vif?.value ? (bridge ?? []) : [])),
  );
  const unmade = [...others].filter((name) => made.every(({ label }) => label !== name));
  return [...made, ...unmade.map((label) => ({ label, detail: 'another vif is on it' }))];
}

function bridgesIn(host: HostModel, areOfSwitch: boolean): readonly OfferedName[] {
  const names = areOfSwitch ? bridgesOfSwitch(host) : bridgesMeant(host).map(({ name }) => name);
  return names
    .toSorted((a, b) => Number(host.management.has(a)) - Number(host.management.has(b)))
    .map((label) => {
      const nature = natureOf(host, label) ?? 'bridge';
      return { label, detail: host.management.has(label) ? `${nature}; the dom0 is reached by it` : nature };
    });
}

function bridgesOfSwitch(host: HostModel): readonly string[] {
  return [...host.interfaces.values()].filter((link) => switchTypeOf(link) === 'OVSBridge').map(({ name }) => name);
}

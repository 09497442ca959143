import type { Dom0 } from './dom0.ts';
import type { GuestVif } from './guest-vifs.ts';
import { guestVifsOf, isRoutedByDom0 } from './guest-vifs.ts';

/** Whether there are domUs, and it is certain on which bridges they all are. */
export function areAllVifsPlaced(dom0: Dom0): boolean {
  const { domUs, isIncomplete } = dom0;
  const areReadable = domUs.every(({ config }) => config.tree.problems.length === 0);
  return !isIncomplete && domUs.length > 0 && areReadable && guestVifsOf(dom0).every(isPlaced);
}

/** A script that nobody knows may put the vif anywhere. */
function isPlaced(guest: GuestVif): boolean {
  return guest.bridge !== undefined || isRoutedByDom0(guest);
}

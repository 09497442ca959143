import type { ValueCandidate } from '../values/value-type.ts';

/** What `bond-mode` takes: the modes of the kernel's bonding driver, by name (Documentation/networking/bonding.rst). */
export const bondModes: readonly ValueCandidate[] = [
  { label: 'active-backup', detail: 'one slave works, another takes over when it fails' },
  { label: '802.3ad', detail: 'LACP: the switch must have such a group too' },
  { label: 'balance-rr', detail: 'packets go out by each slave in turn (default)' },
  { label: 'balance-xor', detail: 'a hash of the addresses chooses the slave' },
  { label: 'broadcast', detail: 'every packet goes out by all slaves' },
  { label: 'balance-tlb', detail: 'what goes out is shared by load' },
  { label: 'balance-alb', detail: 'what goes out and comes in is shared by load' },
];

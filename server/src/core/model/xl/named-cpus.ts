import type { Atom } from '../../syntax/xl/atom.ts';
import { cpusOf, parseCpuList } from '../../syntax/xl/values/cpu-list.ts';

/** More CPUs than any host has; Xen's own limit is NR_CPUS, 4095 at most. */
const everyCpu = 4096;

/**
 * The CPUs that a list comes to, in their order. `undefined`: xl cannot read it, or the host decides, as with `all` and with
 * NUMA nodes.
 */
export function cpusNamed(atom: Atom): readonly number[] | undefined {
  const list = parseCpuList(atom);
  if (list.problems.length > 0 || list.ranges.some(({ unit }) => unit !== 'cpu')) return undefined;
  return cpusOf(list, { cpus: everyCpu, ofNode: () => [] });
}

import { computeOnce } from './compute-once.ts';
import type { HostModel } from './host.ts';

/** Computes once for each host. */
export const perHost: <Answer>(compute: (host: HostModel) => Answer) => (host: HostModel) => Answer = computeOnce;

import type { Stanza } from './host.ts';
import { perHost } from './per-host.ts';

/** The stanzas from which others inherit: what one adds to them or takes away changes the others too. */
export const parentStanzas = perHost(
  (host): ReadonlySet<Stanza> => new Set(host.stanzas.flatMap(({ parent }) => (parent === undefined ? [] : [parent]))),
);

import type { HostModel, Interface, Stanza } from './host.ts';
import { optionsNamed } from './stanzas.ts';

/** What a name is wanted for. */
export type NamePlace =
  | 'mark'
  | 'iface'
  | 'bridge-port'
  | 'own-port'
  | 'raw-device'
  | 'bond-slave'
  | 'bond-master'
  | 'any';

/** How well an interface fits: 0 is best; `undefined`: it does not. `own` is the interface of the stanza around. */
type Rank = (link: Interface, own: Interface | undefined) => number | undefined;

const ranks: Readonly<Record<NamePlace, Rank>> = {
  mark: (link) => (link.stanzas.length === 0 ? undefined : Number(isMarked(link))),
  iface: rankForStanza,
  'bridge-port': rankAsPort,
  'own-port': (link, own) => (link.portOf.some(({ stanza }) => stanza.name === own?.name) ? 0 : undefined),
  'raw-device': rankAsRawDevice,
  'bond-slave': (link, own) => (link.vlan === undefined && !isBond(link) ? rankAsPort(link, own) : undefined),
  'bond-master': (link) => (isBond(link) ? 0 : undefined),
  any: (link) => (link.stanzas.length > 0 ? 0 : 1),
};

/**
 * The names of this host that fit a place, the best first, else in the order of their first use.
 *
 * @param own the name of the stanza around, which is never among them
 */
export function namesFitting(host: HostModel, place: NamePlace, own: string | undefined): readonly string[] {
  const ownLink = own === undefined ? undefined : host.interfaces.get(own);
  const ranked = [...host.interfaces.values()].flatMap((link) => {
    if (link.name === own && place !== 'mark' && place !== 'iface') return [];
    const rank = ranks[place](link, ownLink);
    return rank === undefined ? [] : [{ name: link.name, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
}

/** The stanzas that the one at this place may inherit from: those read before it, of its family if it says one. */
export function inheritableStanzas(
  host: HostModel,
  heir: Stanza | undefined,
  family: string | undefined,
): readonly string[] {
  const earlier = host.stanzas.filter(
    (stanza) => (heir === undefined || stanza.index < heir.index) && (family === undefined || stanza.family === family),
  );
  return [...new Set(earlier.map((stanza) => stanza.name))];
}

/** By a line that names it: one without a name may be half written. */
function isMarked(link: Interface): boolean {
  return link.marks.some((mark) => mark.class !== undefined && mark.statement.names.length > 0);
}

/** Names that something waits for first; then those that have a stanza, for a second one of the other family. */
function rankForStanza(link: Interface): number | undefined {
  // The kernel gives it the addresses of both families.
  if (link.stanzas.some(({ method }) => method === 'loopback')) return undefined;
  if (link.stanzas.length > 0) return 2;
  if (isMarked(link)) return 0;
  return link.uses.some((use) => use.role !== 'hook') ? 1 : undefined;
}

/** What could be a port or a slave: not an address's label, not in another bridge or bond, no bridge itself. */
function rankAsPort(link: Interface, own: Interface | undefined): number | undefined {
  const isTaken = link.portOf.some(({ stanza }) => stanza.name !== own?.name) || isSlave(link, own);
  if (isTaken || link.bridge !== undefined || link.aliasOf !== undefined || isLoopback(link)) return undefined;
  if (hasAddress(link)) return 2;
  return link.stanzas.length > 0 ? 0 : 1;
}

/** What a VLAN could be on: not a slave, whose VLANs are on its bond; a port of a bridge may carry some beside it. */
function rankAsRawDevice(link: Interface, own: Interface | undefined): number | undefined {
  if (link.vlan !== undefined || isSlave(link, own) || link.aliasOf !== undefined || isLoopback(link)) return undefined;
  return link.stanzas.length > 0 && link.bridge === undefined ? 0 : 1;
}

/** Of another bond than `own`. */
function isSlave(link: Interface, own: Interface | undefined): boolean {
  return (
    link.uses.some((use) => use.role === 'bond-slave' && use.stanza?.name !== own?.name) ||
    link.stanzas.some((stanza) => optionsNamed(stanza, 'bond_master').length > 0)
  );
}

function isBond(link: Interface): boolean {
  return (
    link.uses.some((use) => use.role === 'bond-master') ||
    link.stanzas.some((stanza) =>
      stanza.options.some(({ canonical }) => canonical === 'bond_slaves' || canonical === 'bond_mode'),
    )
  );
}

function isLoopback(link: Interface): boolean {
  return link.name === 'lo' || link.stanzas.some(({ method }) => method === 'loopback');
}

function hasAddress(link: Interface): boolean {
  return link.stanzas.some(({ method }) => method !== undefined && method !== 'manual');
}

import { groupBy } from '../text/group-by.ts';
import { belowFirst } from './below-first.ts';
import type { NodeKind, Topology } from './topology.ts';

/** Where a kind stands at least, from the wire on the left to the guests on the right. */
const firstColumns: Readonly<Record<NodeKind, number>> = {
  nic: 0,
  interface: 0,
  bond: 1,
  vlan: 2,
  bridge: 3,
  domU: 4,
  group: 4,
};

/**
 * The column of each node, from 0 on and without empty ones: right of all that it stands on, and domUs in the last one. Things
 * that stand on each other in a circle, which only a faulty file has, are taken as they come.
 */
export function columnsOf({ nodes, wires }: Topology): ReadonlyMap<string, number> {
  const below = groupBy(wires, ({ to }) => to);
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const carriersOf = (id: string): readonly string[] => (below.get(id) ?? []).map(({ from }) => from);
  const columns = new Map<string, number>();
  const ids = nodes.map(({ id }) => id);
  for (const id of belowFirst(ids, carriersOf)) {
    const carriers = carriersOf(id).flatMap((carrier) => columns.get(carrier) ?? []);
    const first = firstColumns[kinds.get(id) ?? 'interface'];
    columns.set(
      id,
      carriers.reduce((column, carrier) => Math.max(column, carrier + 1), first),
    );
  }
  const isGuest = (id: string): boolean => kinds.get(id) === 'domU' || kinds.get(id) === 'group';
  const ofDom0 = [...columns].filter(([id]) => !isGuest(id)).map(([, column]) => column);
  const afterDom0 = ofDom0.reduce((last, column) => Math.max(last, column), -1) + 1;
  for (const id of ids) if (isGuest(id)) columns.set(id, afterDom0);
  const used = [...new Set(columns.values())].sort((a, b) => a - b);
  const places = new Map(used.map((column, place) => [column, place]));
  return new Map([...columns].map(([id, column]) => [id, places.get(column) ?? 0]));
}

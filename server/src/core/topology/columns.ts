import { groupBy } from '../text/group-by.ts';
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
  const columns = new Map<string, number>();
  const columnOf = (id: string, above: ReadonlySet<string>): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const path = new Set([...above, id]);
    const carriers = (below.get(id) ?? []).map(({ from }) => from).filter((from) => !path.has(from));
    const column = Math.max(
      firstColumns[kinds.get(id) ?? 'interface'],
      ...carriers.map((from) => columnOf(from, path) + 1),
    );
    columns.set(id, column);
    return column;
  };
  for (const { id } of nodes) columnOf(id, new Set());
  const isGuest = (id: string): boolean => kinds.get(id) === 'domU' || kinds.get(id) === 'group';
  const ofDom0 = [...columns].filter(([id]) => !isGuest(id)).map(([, column]) => column);
  for (const { id } of nodes) if (isGuest(id)) columns.set(id, Math.max(-1, ...ofDom0) + 1);
  const used = [...new Set(columns.values())].sort((a, b) => a - b);
  return new Map([...columns].map(([id, column]) => [id, used.indexOf(column)]));
}

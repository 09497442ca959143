import { groupBy } from '../text/group-by.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** As many domUs as this, alike in what they stand on, have a box each; more have one together. */
const mostAlone = 6;

/**
 * The same topology in which domUs on the same bridges, and with their other vifs alike, are one node, where they are many. Those with faults are never in one
 * group with those without, so that a fault is seen from afar.
 */
export function groupDomUs(topology: Topology): Topology {
  const { nodes, wires } = topology;
  const bridgesOf = groupBy(wires, ({ to }) => to);
  const alike = groupBy(
    nodes.filter(({ kind }) => kind === 'domU'),
    ({ id, details, faults }) => {
      const bridges = (bridgesOf.get(id) ?? []).map(({ from }) => from).sort();
      return `group ${faults.length > 0 ? 'with faults ' : ''}of ${details.join(', ')} on ${bridges.join(', ')}`;
    },
  );
  const groups = [...alike].filter(([, members]) => members.length > mostAlone).map(groupNode);
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)));
  const ends = wires.map((wire) => ({ ...wire, to: groupOf.get(wire.to) ?? wire.to }));
  const joined = [...groupBy(ends, ({ from, to }) => `${from}\n${to}`).values()].flatMap((same) =>
    same.slice(0, 1).map((wire) => ({
      ...wire,
      labels: same.length === 1 ? wire.labels : [],
      isDefault: same.every(({ isDefault }) => isDefault),
    })),
  );
  return { ...topology, nodes: [...nodes.filter(({ id }) => !groupOf.has(id)), ...groups], wires: joined };
}

/** `web9` before `web10`, the same in every language of the user. */
const { compare } = new Intl.Collator('en', { numeric: true });

function groupNode([id, unsorted]: readonly [string, readonly TopologyNode[]]): TopologyNode {
  const members = unsorted.toSorted((a, b) => compare(a.name, b.name));
  const withFaults = members.some(({ faults }) => faults.length > 0) ? ' with faults' : '';
  return {
    id,
    kind: 'group',
    name: `${members.length} domUs${withFaults}`,
    state: 'plain',
    details: members[0]?.details.filter((detail) => detail !== 'domU') ?? [],
    faults: members.flatMap(({ faults }) => faults),
    places: [],
    members,
  };
}

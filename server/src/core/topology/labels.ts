/** What a node is in one sentence, for those who do not see the picture. */
import { groupBy } from '../text/group-by.ts';
import { enumerate } from '../text/markdown.ts';
import { faultsInWords, stateInWords } from './boxes.ts';
import type { Topology, TopologyNode, TopologyWire } from './topology.ts';

/** A fault's own words are told of so many. */
const faultsTold = 3;

/** Makes the labels of the nodes of a topology, by their ids. */
export function labelsOf({ nodes, wires }: Topology): ReadonlyMap<string, string> {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const below = groupBy(wires, ({ to }) => to);
  const above = groupBy(wires, ({ from }) => from);
  const named = (ends: readonly string[]): string => enumerate(ends.map((id) => names.get(id) ?? id));
  const label = (node: TopologyNode, standsAs = node): string => {
    const carriers = (below.get(standsAs.id) ?? []).map(shownCarrier(names));
    const carried = (above.get(node.id) ?? []).map(({ to }) => to);
    return [
      [node.name, ...node.details, stateInWords(node)].filter((part) => part !== undefined).join(', '),
      carriers.length === 0 ? undefined : `on ${enumerate(carriers)}`,
      carried.length === 0 ? undefined : `carries ${named(carried)}`,
      faultSentence(node),
    ]
      .filter((part) => part !== undefined)
      .join('; ');
  };
  return new Map(
    nodes.flatMap((node) => [
      [node.id, label(node)] as const,
      ...node.members.map((member) => [member.id, label(member, node)] as const),
    ]),
  );
}

function shownCarrier(names: ReadonlyMap<string, string>): (wire: TopologyWire) => string {
  return ({ from, labels, isDefault }) => {
    const name = names.get(from) ?? from;
    const vifs = labels.length === 0 ? '' : ` with ${enumerate(labels)}`;
    return `${name}${vifs}${isDefault ? ', by default' : ''}`;
  };
}

function faultSentence(node: TopologyNode): string | undefined {
  const words = faultsInWords(node);
  if (words === undefined) return undefined;
  const more = node.faults.length > faultsTold ? ' …' : '';
  return `${words}: ${node.faults.slice(0, faultsTold).join(' ')}${more}`;
}

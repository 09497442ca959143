/** In which order boxes stand below each other. */
import type { Graph, LayoutOptions } from '@dagrejs/dagre';

type OrderOptions = Pick<LayoutOptions, 'disableOptimalOrderHeuristic'>;

/** Of more wires than these no better order is looked for: it would take seconds, and be as hard to read. */
const mostSorted = 600;

/**
 * Orders the ranks of a graph as the files do, each thing followed by what stands on it, unless the library finds an order in
 * which fewer wires cross. It would else turn equally good ones upside down.
 *
 * @param order the library's own
 */
export function orderAsWritten(graph: Graph, order: (graph: Graph, options?: OrderOptions) => void): void {
  order(graph, { disableOptimalOrderHeuristic: true });
  if (graph.edgeCount() > mostSorted) return;
  const crossings = crossingsIn(graph);
  if (crossings === 0) return;
  const written = graph.nodes().map((node) => [node, orderOf(graph, node)] as const);
  order(graph);
  if (crossingsIn(graph) < crossings) return;
  for (const [node, place] of written) Object.assign(graph.node(node) ?? {}, { order: place });
}

/** How many pairs of wires cross; each wire leads from one rank to the next. */
function crossingsIn(graph: Graph): number {
  const byRank = new Map<number, (readonly [number, number])[]>();
  for (const { v, w } of graph.edges()) {
    const rank = (graph.node(v) as { readonly rank: number }).rank;
    const wires = byRank.get(rank) ?? [];
    byRank.set(rank, wires);
    wires.push([orderOf(graph, v), orderOf(graph, w)]);
  }
  return [...byRank.values()].reduce((sum, wires) => sum + inversionsIn(wires), 0);
}

function inversionsIn(wires: readonly (readonly [number, number])[]): number {
  let count = 0;
  for (const [index, [from, to]] of wires.entries())
    for (const [otherFrom, otherTo] of wires.slice(index + 1)) if ((from - otherFrom) * (to - otherTo) < 0) count += 1;
  return count;
}

function orderOf(graph: Graph, node: string): number {
  return (graph.node(node) as { readonly order: number }).order;
}

/** Where everything stands on paper. */
import { Graph, layout } from '@dagrejs/dagre';
import type { Box } from './boxes.ts';
import { boxOf } from './boxes.ts';
import { columnsOf } from './columns.ts';
import { orderAsWritten } from './order.ts';
import type { Topology, TopologyWire } from './topology.ts';

/** A place in CSS pixels, from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its place: that of its upper left corner. */
export interface PlacedBox extends Box, Point {
  /** From 0, on the left, on. */
  readonly column: number;
}

/** A wire and the points that it leads through, from box to box. */
export interface PlacedWire {
  readonly wire: TopologyWire;
  readonly points: readonly Point[];
}

/** A topology on paper. */
export interface Layout {
  readonly boxes: readonly PlacedBox[];
  readonly wires: readonly PlacedWire[];
  readonly width: number;
  readonly height: number;
}

const margin = 16;

/** No dom0 is deeper. The library goes down by recursion, so that of what is, the wires are only drawn, and place nothing. */
const mostColumns = 500;

/** Lays a topology out from left to right. `expanded`: the ids of the groups that are open, or all. */
export function layOut(topology: Topology, expanded: readonly string[] | 'all'): Layout {
  const columns = columnsOf(topology);
  const boxes = inEvenColumns(
    topology.nodes.map((node) => ({
      ...boxOf(node, node.kind === 'group' && (expanded === 'all' || expanded.includes(node.id))),
      column: columns.get(node.id) ?? 0,
    })),
  );
  const graph = new Graph().setGraph({
    rankdir: 'LR',
    ranker: 'none',
    nodesep: 14,
    edgesep: 10,
    ranksep: 64,
    marginx: margin,
    marginy: margin,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // The library counts a rank between two columns, for labels of edges.
  for (const { node, width, height, column } of boxes) graph.setNode(node.id, { width, height, rank: column * 2 });
  const isTooDeep = boxes.some(({ column }) => column > mostColumns);
  const isForward = ({ from, to }: TopologyWire): boolean =>
    !isTooDeep && (columns.get(from) ?? 0) < (columns.get(to) ?? 0);
  for (const wire of topology.wires) if (isForward(wire)) graph.setEdge(wire.from, wire.to);
  if (boxes.length > 0) layout(graph, { customOrder: orderAsWritten });
  const placed = new Map(
    boxes.map((box) => {
      const { x = 0, y = 0 } = graph.node(box.node.id) as Partial<Point>;
      return [box.node.id, { ...box, x: x - box.width / 2, y: y - box.height / 2 }];
    }),
  );
  const wires = topology.wires.map((wire) => ({ wire, points: pointsOf(wire, placed, isForward(wire) && graph) }));
  const { width = 0, height = 0 } = graph.graph();
  return { boxes: [...placed.values()], wires, width, height };
}

/** All boxes of a column are as wide as its widest. */
function inEvenColumns<Sized extends Box & { readonly column: number }>(boxes: readonly Sized[]): readonly Sized[] {
  const widths = new Map<number, number>();
  for (const { column, width } of boxes) widths.set(column, Math.max(width, widths.get(column) ?? 0));
  return boxes.map((box) => ({ ...box, width: widths.get(box.column) ?? box.width }));
}

/** From the right side of one box to the left side of the other, around those between them. */
function pointsOf(
  { from, to }: TopologyWire,
  placed: ReadonlyMap<string, PlacedBox>,
  graph: Graph | false,
): readonly Point[] {
  const [start, end] = [placed.get(from), placed.get(to)];
  if (start === undefined || end === undefined) return [];
  const edge =
    graph === false ? undefined : (graph.edge(from, to) as { readonly points?: readonly Point[] } | undefined);
  const bends = edge?.points?.slice(1, -1) ?? [];
  return [
    { x: start.x + start.width, y: start.y + start.height / 2 },
    // Where the boxes are in neighbouring columns, the only point between them stands half way and bends nothing.
    ...(bends.length > 1 ? bends : []),
    { x: end.x, y: end.y + end.height / 2 },
  ];
}

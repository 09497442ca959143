import type { NodePlace, Topology, TopologyNode } from './topology.ts';

/** A place as the readers of a file find it. */
export interface ShownPlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** A topology for programs. The form has a version, which a change that breaks its readers raises. */
export function jsonText(
  { nodes, wires, notes }: Topology,
  title: string,
  shownPlace: (place: NodePlace) => ShownPlace,
): string {
  const ids = new Map(nodes.map((node) => [node.id, shownId(node, shownPlace)]));
  const shown = {
    version: 1,
    title,
    nodes: nodes.map(({ id, kind, name, state, details, faults, places }) => ({
      id: ids.get(id),
      kind,
      name,
      state,
      details,
      faults,
      places: places.map(shownPlace),
    })),
    wires: wires.map(({ from, to, labels, isDefault }) => ({
      from: ids.get(from),
      to: ids.get(to),
      vifs: labels,
      isDefault,
    })),
    notes,
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

/** Several files may give one name to their domUs, so a domU is told by its file. */
function shownId({ id, kind, places: [place] }: TopologyNode, shownPlace: (place: NodePlace) => ShownPlace): string {
  return kind === 'domU' && place !== undefined ? `domU ${shownPlace(place).path}` : id;
}

import type { NodePlace, Topology } from './topology.ts';

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
  const shown = {
    version: 1,
    title,
    nodes: nodes.map(({ id, kind, name, state, details, faults, places }) => ({
      id,
      kind,
      name,
      state,
      details,
      faults,
      places: places.map(shownPlace),
    })),
    wires: wires.map(({ from, to, labels, isDefault }) => ({ from, to, vifs: labels, isDefault })),
    notes,
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

/** A topology as elements of SVG. Colours are the style sheet's: here are only words, places and classes. */

import { labelsOf } from './labels.ts';
import type { PlacedBox, PlacedWire, Point } from './layout.ts';
import { layOut } from './layout.ts';
import { oneLine } from './one-line.ts';
import type { PictureElement } from './picture.ts';
import { element } from './picture.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** What is drawn besides the topology itself. */
export interface Captions {
  /** What the dom0 is called. */
  readonly title: string;
  /** The ids of the groups that are open, or all. */
  readonly expanded: readonly string[] | 'all';
}

const noteHeight = 20;

/** Draws a topology, whose domUs are in groups already. Each node is a `g` with `data-node`, each wire a `path` with the ids of its ends. */
export function drawTopology(topology: Topology, { title, expanded }: Captions): PictureElement {
  const layout = layOut(topology, expanded);
  const labels = labelsOf(topology);
  const labelOf = (node: TopologyNode): string => labels.get(node.id) ?? node.name;
  const notes = layout.boxes.length === 0 ? [...topology.notes, 'Nothing is declared here yet.'] : topology.notes;
  const height = layout.height + notes.length * noteHeight;
  const width = Math.max(layout.width, ...notes.map((note) => note.length * 7.5 + 32));
  return element(
    'svg',
    {
      class: 'topology',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width,
      height,
      role: 'group',
      'aria-label': `Topology of ${oneLine(title)}`,
    },
    element('g', { class: 'wires', 'aria-hidden': 'true' }, ...layout.wires.map(drawWire)),
    element('g', { class: 'nodes' }, ...layout.boxes.map((box) => drawBox(box, labelOf))),
    ...notes.map((note, index) =>
      element('text', { class: 'note', x: 16, y: layout.height + noteHeight * (index + 0.5) }, note),
    ),
  );
}

function drawBox(box: PlacedBox, labelOf: (node: TopologyNode) => string): PictureElement {
  const { node, x, y, width, height, lines, cells, isOpen } = box;
  const group = node.kind === 'group' ? { 'data-group': node.id, 'aria-expanded': String(isOpen) } : {};
  return element(
    'g',
    {
      class: classesOf(node),
      transform: `translate(${rounded(x)} ${rounded(y)})`,
      'data-node': node.id,
      'aria-label': labelOf(node),
      ...group,
    },
    element('title', {}, labelOf(node)),
    element('rect', { class: 'box', width, height, rx: node.kind === 'domU' || node.kind === 'group' ? 10 : 3 }),
    ...lines.map(({ text, role, x: left, y: base }) => element('text', { class: role, x: left, y: base }, text)),
    ...cells.map(({ node: member, text, ...place }) =>
      element(
        'g',
        {
          class: `cell ${classesOf(member)}`,
          transform: `translate(${rounded(place.x)} ${rounded(place.y)})`,
          'data-node': member.id,
          'aria-label': labelOf(member),
        },
        element('title', {}, labelOf(member)),
        element('rect', { class: 'box', width: place.width, height: place.height, rx: 6 }),
        element('text', { class: 'detail', x: 8, y: 14 }, text),
      ),
    ),
  );
}

function classesOf({ kind, state, faults }: TopologyNode): string {
  return ['node', kind.toLowerCase(), state, ...(faults.length > 0 ? ['faulty'] : [])].join(' ');
}

function drawWire({ wire: { from, to, isDefault }, points }: PlacedWire): PictureElement {
  return element('path', {
    class: isDefault ? 'wire default' : 'wire',
    d: curveThrough(points),
    'data-from': from,
    'data-to': to,
  });
}

/** A curve that leaves and enters each point level. */
function curveThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${rounded(x)} ${rounded(y)}`;
      const middle = rounded((before.x + x) / 2);
      return `C${middle} ${rounded(before.y)} ${middle} ${rounded(y)} ${rounded(x)} ${rounded(y)}`;
    })
    .join(' ');
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

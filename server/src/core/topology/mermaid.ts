import { wordsOf } from './boxes.ts';
import { boxColours, faultColour, textColour } from './light-colours.ts';
import type { NodeKind, Topology, TopologyNode } from './topology.ts';

/** How Mermaid spells the shape of a kind: square or round corners. */
const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  nic: ['[', ']'],
  interface: ['[', ']'],
  bond: ['[', ']'],
  vlan: ['[', ']'],
  bridge: ['[', ']'],
  domU: ['(', ')'],
  group: ['(', ')'],
};

/** How each state looks but the plain one, which Mermaid's own colours are for. */
const classes = Object.entries(boxColours)
  .filter(([state]) => state !== 'plain')
  .map(([state, { fill, stroke }]) => {
    const look = `fill:${fill},stroke:${stroke},color:${textColour}`;
    return `  classDef ${state} ${state === 'unknown' ? `${look},stroke-dasharray:5 4` : look}`;
  });

/** A topology as a flowchart of Mermaid. */
export function mermaidText({ nodes, wires, notes }: Topology): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    ...notes.map((note) => `%% ${note}`),
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${shaped(node)}${node.state === 'plain' ? '' : `:::${node.state}`}`),
    ...wires.map(({ from, to, isDefault }) => `  ${names.get(from)} ${isDefault ? '-.-' : '---'} ${names.get(to)}`),
    ...classes,
    `  classDef faulty stroke:${faultColour},stroke-width:3px`,
    ...nodes.filter(({ faults }) => faults.length > 0).map(({ id }) => `  class ${names.get(id)} faulty`),
  ];
  return `${lines.join('\n')}\n`;
}

function shaped(node: TopologyNode): string {
  const [start, end] = shapes[node.kind];
  return `${start}"${wordsOf(node).map(escaped).join('<br>')}"${end}`;
}

/** Mermaid takes `#NUMBER;` for a character; all that could be markup, Markdown or its own syntax is written so. */
function escaped(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .:/,()-]/gu, (character) => `#${character.codePointAt(0)};`);
}

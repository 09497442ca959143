import { wordsOf } from './boxes.ts';
import type { NodeKind, NodeState, Topology, TopologyNode } from './topology.ts';

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

const classes: Readonly<Record<Exclude<NodeState, 'plain'>, string>> = {
  management: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  bare: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  addressed: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  unknown: 'stroke-dasharray:5 4',
};

/** A topology as a flowchart of Mermaid. */
export function mermaidText({ nodes, wires, notes }: Topology): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    ...notes.map((note) => `%% ${note}`),
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${shaped(node)}${node.state === 'plain' ? '' : `:::${node.state}`}`),
    ...wires.map(({ from, to, isDefault }) => `  ${names.get(from)} ${isDefault ? '-.-' : '---'} ${names.get(to)}`),
    ...Object.entries(classes).map(([name, style]) => `  classDef ${name} ${style}`),
    '  classDef faulty stroke:#cf222e,stroke-width:3px',
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

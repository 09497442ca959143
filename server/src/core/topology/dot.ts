import { wordsOf } from './boxes.ts';
import { boxColours, faultColour, wireColour } from './light-colours.ts';
import { oneLine } from './one-line.ts';
import type { Topology, TopologyNode } from './topology.ts';

/** A topology in the language of Graphviz. */
export function dotText({ nodes, wires, notes }: Topology, title: string): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    ...notes.map((note) => `// ${note}`),
    `digraph ${quoted(oneLine(title))} {`,
    '  rankdir=LR;',
    '  node [shape=box, fontname="monospace", fontsize=10];',
    `  edge [arrowhead=none, color="${wireColour}"];`,
    ...nodes.map((node) => `  ${names.get(node.id)} [${attributesOf(node)}];`),
    ...wires.map(
      ({ from, to, isDefault }) => `  ${names.get(from)} -> ${names.get(to)}${isDefault ? ' [style=dashed]' : ''};`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function attributesOf(node: TopologyNode): string {
  const { kind, state, faults } = node;
  const style = [
    'filled',
    ...(kind === 'domU' || kind === 'group' ? ['rounded'] : []),
    ...(state === 'unknown' ? ['dashed'] : []),
  ];
  const attributes = {
    label: wordsOf(node).join('\n'),
    style: style.join(','),
    fillcolor: boxColours[state].fill,
    color: faults.length > 0 ? faultColour : boxColours[state].stroke,
    ...(faults.length > 0 ? { penwidth: '2.4' } : {}),
  };
  return Object.entries(attributes)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(', ');
}

/** In a label a backslash begins an escape, `\N` for instance, and `&` an entity of HTML. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

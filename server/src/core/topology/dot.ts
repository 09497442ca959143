import { wordsOf } from './boxes.ts';
import { oneLine } from './one-line.ts';
import type { NodeState, Topology, TopologyNode } from './topology.ts';

interface Look {
  readonly fillcolor: string;
  readonly color: string;
}

const looks: Readonly<Record<NodeState, Look>> = {
  plain: { fillcolor: '#f6f8fa', color: '#8c959f' },
  management: { fillcolor: '#ddf4ff', color: '#0969da' },
  bare: { fillcolor: '#dafbe1', color: '#1a7f37' },
  addressed: { fillcolor: '#fff8c5', color: '#9a6700' },
  unknown: { fillcolor: '#ffffff', color: '#8c959f' },
};

const faultyLook = { color: '#cf222e', penwidth: '2.4' };

/** A topology in the language of Graphviz. */
export function dotText({ nodes, wires, notes }: Topology, title: string): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    ...notes.map((note) => `// ${note}`),
    `digraph ${quoted(oneLine(title))} {`,
    '  rankdir=LR;',
    '  node [shape=box, fontname="monospace", fontsize=10];',
    '  edge [arrowhead=none, color="#8c959f"];',
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
    ...looks[state],
    ...(faults.length > 0 ? faultyLook : {}),
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

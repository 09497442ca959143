import { wordsOf } from './boxes.ts';
import type { NodeState, Topology, TopologyNode } from './topology.ts';

const colours: Readonly<Record<NodeState, string>> = {
  plain: 'fillcolor="#f6f8fa", color="#8c959f"',
  management: 'fillcolor="#ddf4ff", color="#0969da"',
  bare: 'fillcolor="#dafbe1", color="#1a7f37"',
  addressed: 'fillcolor="#fff8c5", color="#9a6700"',
  unknown: 'fillcolor="#f6f8fa", color="#8c959f", style="filled,dashed"',
};

/** A topology in the language of Graphviz. */
export function dotText({ nodes, wires, notes }: Topology, title: string): string {
  const lines = [
    ...notes.map((note) => `// ${note}`),
    `digraph ${quoted(title)} {`,
    '  rankdir=LR;',
    '  node [shape=box, style=filled, fontname="monospace", fontsize=10];',
    '  edge [arrowhead=none, color="#8c959f"];',
    ...nodes.map((node) => `  ${quoted(node.id)} [${attributesOf(node)}];`),
    ...wires.map(
      ({ from, to, isDefault }) => `  ${quoted(from)} -> ${quoted(to)}${isDefault ? ' [style=dashed]' : ''};`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function attributesOf(node: TopologyNode): string {
  const faulty = node.faults.length > 0 ? ', color="#cf222e", penwidth=2.4' : '';
  const round = node.kind === 'domU' ? ', style="filled,rounded"' : '';
  return `label=${quoted(wordsOf(node).join('\n'))}, ${colours[node.state]}${faulty}${round}`;
}

/** In Graphviz a backslash in a label begins an escape, `\N` for instance; control characters other than the line end are left out. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\p{Cs}]/gu, '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

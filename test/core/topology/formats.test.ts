import { instance } from '@viz-js/viz';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Topology, TopologyFormat } from '../../../server/src/core/index.ts';
import { pathOf, topologyText } from '../../../server/src/core/index.ts';
import { oneLine } from '../../../server/src/core/topology/one-line.ts';
import { topologyOf } from '../../support/topology.ts';

const title = 'alpha "one" <two>';

function written(topology: Topology, format: TopologyFormat): string {
  return topologyText(topology, format, { title, shownPlace: ({ file }) => ({ path: pathOf(file), line: 1 }) });
}

/** Whatever the parser does not take is thrown; the texts of all `text` elements. */
function textsInSvg(svg: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let open = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open = name;
  });
  parser.on('closetag', () => {
    open = '';
  });
  parser.on('text', (text) => {
    if (open === 'text') texts.push(text);
  });
  parser.write(svg).close();
  return texts;
}

function namesOnly(...names: readonly string[]): Topology {
  const nodes = names.map((name, index) => ({
    id: `domU ${index}`,
    kind: 'domU' as const,
    name,
    state: 'plain' as const,
    details: [name],
    faults: [],
    places: [],
    members: [],
  }));
  return { nodes, wires: [], notes: [] };
}

const hostile = [
  '<img src=x onerror=alert(1)>',
  '"]; n0 --> x["',
  '\\N \\" end',
  '`**b**`',
  '&lt;',
  '#60;',
  ']]>',
  '--',
];
const names = fc
  .oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'binary-ascii', minLength: 1 }),
  )
  .map(oneLine);

test('SVG is well-formed XML, whatever the names are, and no name becomes markup', () => {
  fc.assert(
    fc.property(fc.array(names, { maxLength: 4 }), (some) => {
      const svg = written(namesOnly(...some), 'svg');
      const texts = textsInSvg(svg);
      expect(svg.match(/<(?!\/?(?:svg|style|g|title|rect|text|path)\b)/)).toBeNull();
      expect(texts).toHaveLength(some.length === 0 ? 1 : some.length * 2);
    }),
  );
});

test('SVG shows hostile names as they are', () => {
  expect(textsInSvg(written(namesOnly(...hostile.slice(0, 3)), 'svg')).filter((_, index) => index % 2 === 0)).toEqual(
    hostile.slice(0, 3),
  );
});

test('what controls something in a name of an interface, a file or a folder breaks no format', async () => {
  const { topology } = await topologyOf(`# file: /etc/network/interfaces
source /etc/network/interfaces.d/*
iface a\u0001b inet manual
# file: /etc/network/interfaces.d/x
  bridge_ports none
`);
  const texts = (['svg', 'mermaid', 'dot'] as const).map((format) =>
    topologyText(topology, format, { title: 'a\nb\u0001', shownPlace: () => ({ path: '', line: 1 }) }),
  );
  for (const text of texts) expect(text).not.toContain('\u0001');
  expect(textsInSvg(texts[0] ?? '')).toContain('a\ufffdb');
});

describe('DOT', () => {
  let viz: Awaited<ReturnType<typeof instance>>;
  beforeAll(async () => {
    viz = await instance();
  });

  /** What Graphviz reads: the label of each node. */
  const labelsIn = (dot: string): readonly string[] => {
    const { objects = [] } = viz.renderJSON(dot) as { readonly objects?: readonly { readonly label: string }[] };
    return objects.map(({ label }) => label);
  };

  test('is read by Graphviz, whatever the names are, each node as one', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 4 }), (some) => {
        expect(labelsIn(written(namesOnly(...some), 'dot'))).toHaveLength(some.length);
      }),
      { numRuns: 50 },
    );
  });

  test('has the words, the colours and the wires of the picture', async () => {
    const { topology } = await topologyOf(`# file: /etc/network/interfaces
auto dmz
iface dmz inet manual
    bridge_ports eth0.10
    up sysctl -q -w net.ipv6.conf.$IFACE.disable_ipv6=1
# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=dmz' ]
`);
    const dot = written(topology, 'dot');
    expect(labelsIn(dot)).toEqual(['eth0\\nNIC', 'eth0.10\\nVLAN 10', 'dmz\\nbridge\\nno address', 'web\\ndomU']);
    expect(dot.match(/^ {2}n\d -> n\d;$/gm)).toEqual(['  n0 -> n1;', '  n1 -> n2;', '  n2 -> n3;']);
    expect(dot).toContain('label="dmz\\nbridge\\nno address", style="filled", fillcolor="#dafbe1"');
  });
});

test('Mermaid has no character from a name that its grammar, Markdown or HTML would take for its own', () => {
  fc.assert(
    fc.property(fc.array(names, { maxLength: 4 }), (some) => {
      const lines = written(namesOnly(...some), 'mermaid').split('\n');
      const nodes = lines.filter((line) => /^ {2}n\d/.test(line));
      expect(nodes).toHaveLength(some.length);
      for (const node of nodes) expect(node).toMatch(/^ {2}n\d\("(?:[\p{L}\p{N} .:/,()-]|#\d+;|<br>)*"\)$/u);
    }),
  );
});

test('JSON says everything, with places for readers', async () => {
  const { topology } = await topologyOf(`# file: /etc/network/interfaces
auto xenbr0
iface xenbr0 inet dhcp
    bridge_ports none
# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/vmlinuz"
vif = [ '' ]
`);
  const bridge = {
    id: 'interface xenbr0',
    kind: 'bridge',
    name: 'xenbr0',
    state: 'management',
    details: ['bridge', 'IPv4 by DHCP'],
    faults: [],
    places: [
      { path: '/etc/network/interfaces', line: 1 },
      { path: '/etc/network/interfaces', line: 1 },
    ],
  };
  const id = 'domU /etc/xen/web.cfg';
  const places = [{ path: '/etc/xen/web.cfg', line: 1 }];
  expect(JSON.parse(written(topology, 'json'))).toEqual({
    version: 1,
    title,
    nodes: [bridge, { id, kind: 'domU', name: 'web', state: 'plain', details: ['domU'], faults: [], places }],
    wires: [{ from: 'interface xenbr0', to: id, vifs: ['vif 0'], isDefault: true }],
    notes: [],
  });
});

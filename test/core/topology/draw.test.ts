import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PictureElement, PicturePart } from '../../../server/src/core/index.ts';
import { drawTopology } from '../../../server/src/core/index.ts';
import { groupDomUs } from '../../../server/src/core/topology/group-domus.ts';
import { layOut } from '../../../server/src/core/topology/layout.ts';
import type { NodeKind, Topology, TopologyNode } from '../../../server/src/core/topology/topology.ts';
import { shownTopology, topologyOf } from '../../support/topology.ts';

const host = `auto br0 br1
iface br0 inet manual
    bridge_ports eth0.10
iface br1 inet manual
    bridge_ports none
iface br2 inet manual
    bridge_ports br1.5
`;

function domU(name: string, ...bridges: readonly string[]): string {
  const vifs = bridges.map((bridge) => `'bridge=${bridge}'`).join(', ');
  return `# file: /etc/xen/${name}.cfg\nname = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ ${vifs} ]\n`;
}

const count = (many: number, bridge: string, prefix: string): string =>
  Array.from({ length: many }, (_, index) => domU(`${prefix}${index + 1}`, bridge)).join('');

describe('domUs in groups', () => {
  test('six on a bridge are alone, a seventh joins all of them, in the order of their numbers', async () => {
    const six = (await topologyOf(`# file: /etc/network/interfaces\n${host}${count(6, 'br0', 'web')}`)).topology;
    expect(groupDomUs(six).nodes.filter(({ kind }) => kind === 'group')).toEqual([]);
    const eleven = (await topologyOf(`# file: /etc/network/interfaces\n${host}${count(11, 'br0', 'web')}`)).topology;
    const shown = shownTopology(groupDomUs(eleven));
    expect(shown).toContain('group 11 domUs:  web1 web2 web3 web4 web5 web6 web7 web8 web9 web10 web11');
    expect(shown.filter((line) => line.startsWith('br0 - '))).toEqual(['br0 - 11 domUs']);
  });

  test('those on other bridges, or with faults, are not among them', async () => {
    const files = [host, count(7, 'br0', 'web'), count(7, 'nowhere', 'lost'), domU('both', 'br0', 'br1')].join('');
    const { topology } = await topologyOf(`# file: /etc/network/interfaces\n${files}`);
    const groups = groupDomUs(topology).nodes.filter(({ kind }) => kind === 'group' || kind === 'domU');
    expect(groups.map(({ name, faults }) => [name, faults.length])).toEqual([
      ['both', 0],
      ['7 domUs with faults', 7],
      ['7 domUs', 0],
    ]);
  });
});

test('domUs on no bridge are in groups by where their vifs are', async () => {
  const routed = Array.from({ length: 7 }, (_, index) => domU(`r${index}`, 'br0,script=vif-route')).join('');
  const without = Array.from({ length: 7 }, (_, index) => domU(`n${index}`)).join('');
  const { topology } = await topologyOf(`# file: /etc/network/interfaces\n${host}${routed}${without}`);
  const groups = groupDomUs(topology).nodes.filter(({ kind }) => kind === 'group');
  expect(groups.map(({ details }) => details)).toEqual([['no vif'], ['vif 0 by vif-route']]);
});

describe('columns', () => {
  test('go from the cards to the domUs, and an empty one is left out', async () => {
    const { topology } = await topologyOf(`# file: /etc/network/interfaces\n${host}${domU('web', 'br0')}`);
    const { boxes } = layOut(groupDomUs(topology), []);
    expect(Object.fromEntries(boxes.map(({ node, column }) => [node.name, column]))).toEqual({
      eth0: 0,
      'eth0.10': 1,
      br0: 2,
      br1: 2,
      'br1.5': 3,
      br2: 4,
      web: 5,
    });
  });
});

test('thousands of bridges on each other are drawn, too', async () => {
  const chain = Array.from(
    { length: 3000 },
    (_, index) => `iface b${index} inet manual\n    bridge_ports b${index + 1}\n`,
  );
  const { topology } = await topologyOf(`# file: /etc/network/interfaces\n${chain.join('')}`);
  expect(layOut(topology, []).boxes).toHaveLength(3001);
});

describe('in a column', () => {
  async function columnsIn(text: string): Promise<readonly (readonly string[])[]> {
    const { boxes } = layOut(groupDomUs((await topologyOf(`# file: /etc/network/interfaces\n${text}`)).topology), []);
    const columns: string[][] = [];
    for (const { node, column } of boxes.toSorted((a, b) => a.y - b.y)) {
      columns[column] ??= [];
      columns[column].push(node.name);
    }
    return columns;
  }

  test('things stand as in the files, each beside what it stands on', async () => {
    const bridges = ['eth0.10', 'eth1.30', 'eth0.20'].map(
      (port) => `iface br-${port} inet manual\n    bridge_ports ${port}\n`,
    );
    expect(await columnsIn(`${bridges.join('')}iface eth2 inet dhcp\n${domU('web', 'br-eth0.20')}`)).toEqual([
      ['eth0', 'eth1', 'eth2'],
      ['eth0.10', 'eth0.20', 'eth1.30'],
      ['br-eth0.10', 'br-eth0.20', 'br-eth1.30'],
      ['web'],
    ]);
  });

  test('they stand otherwise where fewer wires cross so', async () => {
    const bridges = ['a', 'b'].map((name) => `iface ${name} inet manual\n    bridge_ports none\n`).join('');
    const [domUs, bridgesThen] = (
      await columnsIn(`${bridges}${domU('w1', 'b')}${domU('w2', 'b', 'a')}${domU('w3', 'a')}`)
    ).toReversed();
    expect([bridgesThen, domUs].map((names) => names?.join(' '))).toSatisfy(
      (found: readonly string[]) => found.join(',') === 'a b,w3 w2 w1' || found.join(',') === 'b a,w1 w2 w3',
    );
  });
});

const kinds: readonly NodeKind[] = ['nic', 'interface', 'bond', 'vlan', 'bridge', 'domU'];

/** Any nodes, with any wires between them, circles and wires to nowhere left of them included. */
const topologies: fc.Arbitrary<Topology> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), name: fc.string({ unit: 'binary', maxLength: 40 }) }), {
    maxLength: 25,
  })
  .chain((things) => {
    const nodes = things.map(
      ({ kind, name }, index): TopologyNode => ({
        id: `${index}`,
        kind,
        name,
        state: 'plain',
        details: [kind],
        faults: index % 5 === 0 ? [name] : [],
        places: [],
        members: [],
      }),
    );
    const end = fc.nat({ max: Math.max(0, nodes.length - 1) }).map(String);
    const wires = fc.array(fc.record({ from: end, to: end, labels: fc.constant([]), isDefault: fc.boolean() }), {
      maxLength: nodes.length === 0 ? 0 : 40,
    });
    return wires.map((made) => ({ nodes, wires: made, notes: [] }));
  });

test('no two boxes overlap, all are on the paper, and wires lead from right side to left side', () => {
  fc.assert(
    fc.property(topologies, fc.constantFrom<'all' | []>('all', []), (topology, expanded) => {
      const { boxes, wires, width, height } = layOut(groupDomUs(topology), expanded);
      for (const [index, one] of boxes.entries()) {
        expect(Math.min(one.x, one.y, width - one.x - one.width, height - one.y - one.height)).toBeGreaterThanOrEqual(
          0,
        );
        for (const other of boxes.slice(index + 1)) {
          const isApart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(isApart).toBe(true);
        }
      }
      for (const { wire, points } of wires) {
        const [from, to] = [wire.from, wire.to].map((id) => boxes.find(({ node }) => node.id === id));
        expect(points[0]).toEqual({
          x: (from?.x ?? 0) + (from?.width ?? 0),
          y: (from?.y ?? 0) + (from?.height ?? 0) / 2,
        });
        expect(points.at(-1)).toEqual({ x: to?.x, y: (to?.y ?? 0) + (to?.height ?? 0) / 2 });
      }
    }),
    { numRuns: 60 },
  );
});

function elementsOf(part: PicturePart): readonly PictureElement[] {
  return typeof part === 'string' ? [] : [part, ...part.children.flatMap(elementsOf)];
}

function textOf(part: PicturePart): string {
  return typeof part === 'string' ? part : part.children.map(textOf).join('\n');
}

describe('the picture', () => {
  test('says in words all that its colours say', async () => {
    const { topology } = await topologyOf(`# file: /etc/network/interfaces
auto xenbr0 dmz lan
iface xenbr0 inet dhcp
    bridge_ports eth0
iface dmz inet manual
    bridge_ports none
    up sysctl -q -w net.ipv6.conf.$IFACE.disable_ipv6=1
iface lan inet static
    address 198.51.100.1/24
    bridge_ports eth1
${domU('web', 'dmz')}${domU('db', 'lan')}${domU('lost', 'nowhere')}`);
    const picture = drawTopology(groupDomUs(topology), { title: 'alpha', expanded: [] });
    const words = (name: string): readonly string[] => {
      const node = elementsOf(picture).find(({ attributes }) => attributes['data-node'] === `interface ${name}`);
      return [node?.attributes['class'] ?? '', ...(node?.children.slice(2).map(textOf) ?? [])];
    };
    expect(words('xenbr0')).toEqual(['node bridge management', 'xenbr0', 'bridge', 'IPv4 by DHCP', 'management']);
    expect(words('dmz')).toEqual(['node bridge bare', 'dmz', 'bridge', 'no address']);
    expect(words('lan')).toEqual([
      'node bridge addressed faulty',
      'lan',
      'bridge',
      '198.51.100.1/24',
      'dom0 has an address here',
      '⚠ 1 fault',
    ]);
    expect(words('nowhere')).toEqual([
      'node bridge unknown faulty',
      'nowhere',
      'bridge',
      'made by no interfaces file',
      '⚠ 1 fault',
    ]);
  });

  test('labels each node with a sentence for those who do not see it', async () => {
    const { topology } = await topologyOf(
      `# file: /etc/network/interfaces\n${host}${domU('web', 'br0', 'br0', 'br1')}${count(7, 'br1', 'db')}`,
    );
    const labels = elementsOf(drawTopology(groupDomUs(topology), { title: 'alpha', expanded: [] })).map(
      ({ attributes }) => attributes['aria-label'],
    );
    expect(labels).toContain('Topology of alpha');
    expect(labels).toContain('eth0.10, VLAN 10; on eth0; carries br0');
    expect(labels).toContain('web, domU; on br0 with vif 0 and vif 1 and br1 with vif 2');
    expect(labels).toContain('7 domUs; on br1');
    const open = elementsOf(drawTopology(groupDomUs(topology), { title: 'alpha', expanded: 'all' }));
    expect(open.map(({ attributes }) => attributes['aria-label'])).toContain('db1, domU; on br1');
  });

  test('of a group that is open has each of its domUs, and one that is not has none', async () => {
    const { topology } = await topologyOf(`# file: /etc/network/interfaces\n${host}${count(100, 'br0', 'web')}`);
    const group = groupDomUs(topology).nodes.find(({ kind }) => kind === 'group')?.id ?? '';
    const domUs = (expanded: readonly string[]) =>
      elementsOf(drawTopology(groupDomUs(topology), { title: 'alpha', expanded })).filter(({ attributes }) =>
        attributes['data-node']?.startsWith('domU '),
      );
    expect(domUs([])).toHaveLength(0);
    expect(domUs([group])).toHaveLength(100);
  });

  test('of nothing says so', async () => {
    const { topology } = await topologyOf('# nothing yet\n');
    const picture = drawTopology(groupDomUs(topology), { title: 'alpha', expanded: [] });
    expect(textOf(picture).trim()).toBe('Nothing is declared here yet.');
  });

  test('is the same each time', async () => {
    const text = `# file: /etc/network/interfaces\n${host}${count(9, 'br0', 'web')}`;
    const draw = async () =>
      drawTopology(groupDomUs((await topologyOf(text)).topology), { title: 'alpha', expanded: [] });
    expect(await draw()).toEqual(await draw());
  });
});

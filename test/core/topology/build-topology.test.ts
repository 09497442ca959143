import { describe, expect, test } from 'vitest';
import { atDom0Cursor } from '../../support/dom0.ts';
import { shownTopology, topologyOf } from '../../support/topology.ts';

const network = `auto lo
iface lo inet loopback

auto bond0
iface bond0 inet manual
    bond-slaves eno1 eno2
    bond-mode active-backup
    bond-miimon 100

auto bond0.10
iface bond0.10 inet manual

auto xenbr0
iface xenbr0 inet static
    address 192.0.2.10/24
    gateway 192.0.2.1
    bridge_ports bond0

auto xenbr0:1
iface xenbr0:1 inet static
    address 192.0.2.11/32

auto dmz
iface dmz inet manual
    bridge_ports bond0.10
    up sysctl -q -w net.ipv6.conf.$IFACE.disable_ipv6=1
`;

async function shown(text: string): Promise<readonly string[]> {
  const { topology } = await topologyOf(text);
  return shownTopology(topology);
}

test('cards, bonds, VLANs and bridges stand on each other; the loopback is left out, an alias is an address', async () => {
  expect(await shown(network)).toEqual([
    'bond bond0: bond',
    'nic eno1: NIC',
    'nic eno2: NIC',
    'vlan bond0.10: VLAN 10',
    'bridge xenbr0: bridge, 192.0.2.10/24, 192.0.2.11/32 [management]',
    'bridge dmz: bridge [bare]',
    'eno1 - bond0',
    'eno2 - bond0',
    'bond0 - bond0.10',
    'bond0 - xenbr0',
    'bond0.10 - dmz',
  ]);
});

test('domUs stand on the bridges of their vifs, wherever those are named', async () => {
  const nodes = await shown(`# file: /etc/network/interfaces
${network}
# file: /etc/xen/db.cfg
name = "db"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=dmz', 'bridge=dmz', '', 'script=vif-route', 'bridge=outer,backend=netdom' ]
# file: /etc/xen/lonely.cfg
kernel = "/boot/vmlinuz"
name = "lonely"
`);
  expect(nodes.filter((line) => /^domU|^(?:dmz|xenbr0) - /.test(line))).toEqual([
    'domU db: domU, vif 3 by vif-route, vif 4 of netdom',
    'domU lonely: domU, no vif',
    'dmz - db (vif 0, vif 1)',
    'xenbr0 - db (vif 2) by default',
  ]);
});

test('a bridge that only a domU names is shown as one that is not made here', async () => {
  const nodes = await shown(`# file: /etc/network/interfaces
${network}
# file: /etc/xen/db.cfg
name = "db"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=outer' ]
`);
  expect(nodes).toContain('bridge outer: bridge, in no interfaces file [unknown]');
  expect(nodes).toContain('domU db: domU 1 faults');
});

test('without an interfaces file the domU is shown, and what is not known', async () => {
  expect(
    await shown(`# file: /srv/db.cfg
name = "db"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=br0' ]
`),
  ).toEqual([
    'bridge br0: bridge, no interfaces file is known [unknown]',
    'domU db: domU',
    'br0 - db (vif 0)',
    'No interfaces file of this dom0 is known.',
  ]);
});

test('a missing include is noted', async () => {
  expect(await shown('source /etc/network/more\niface eth0 inet manual\n')).toContain(
    'Not all interfaces files of this dom0 could be read.',
  );
});

test('errors and warnings are faults of the stanza that they are in; information is none', async () => {
  const { topology } = await topologyOf(`auto br0
iface br0 inet manual
    bridge_fd 0
auto br1
iface br1 inet manual
    bridge_ports none
`);
  expect(topology.nodes.map(({ name, faults }) => [name, faults])).toEqual([
    ['br0', [expect.stringContaining('bridge_ports')]],
    ['br1', []],
  ]);
});

test('names and values that hold line ends or other controls stay on one line', async () => {
  const { topology } = await topologyOf(`# file: /etc/xen/db.cfg
name = "d\\nb"
kernel = "/boot/vmlinuz"
vif = [ "bridge=br\\t0", "backend=a\\nb" ]
`);
  expect(topology.nodes.map(({ name, details }) => [name, ...details])).toEqual([
    ['br\ufffd0', 'bridge', 'no interfaces file is known'],
    ['d\ufffdb', 'domU', 'vif 1 of a\ufffdb'],
  ]);
});

describe('places', () => {
  const files = `# file: /etc/network/interfaces
${network}
# file: /etc/xen/db.cfg
name = "db"
vif = [ 'bridge=dmz' ]
`;

  test('begin with the stanza’s name, and are all that name it, in both languages', async () => {
    const { topology } = await topologyOf(files);
    const { snapshot } = await atDom0Cursor(files.replace('name = "db"', 'name = "db"<|>'));
    const dmz = topology.nodes.find(({ name }) => name === 'dmz');
    const words = dmz?.places.map(({ file, span }) => {
      const { host, domUs } = snapshot.dom0;
      const text = [...(host?.files ?? []), ...domUs.map(({ config }) => config)].find((one) => one.file === file)?.tree
        .text;
      return [file.split('/').at(-1), text?.slice(span.start, span.end), text?.slice(0, span.start).split('\n').length];
    });
    expect(words).toEqual([
      ['interfaces', 'dmz', 24],
      ['interfaces', 'dmz', 23],
      ['db.cfg', 'dmz', 2],
    ]);
  });

  test('of a domU are its whole file, by its name', async () => {
    const { topology } = await topologyOf(files);
    const domU = topology.nodes.find(({ kind }) => kind === 'domU');
    expect(domU?.places).toEqual([
      { file: expect.stringContaining('db.cfg'), span: { start: 8, end: 10 }, whole: { start: 0, end: 35 } },
    ]);
  });
});

test('what stands on itself in a circle is shown all the same', async () => {
  expect(
    await shown(`iface a inet manual
    bridge_ports b
iface b inet manual
    bridge_ports a
`),
  ).toEqual(expect.arrayContaining(['b - a', 'a - b']));
});

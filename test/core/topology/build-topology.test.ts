import { describe, expect, test } from 'vitest';
import { buildTopology, checkSnapshot, rules } from '../../../server/src/core/index.ts';
import { atDom0Cursor, inDom0 } from '../../support/dom0.ts';
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
    'nic eno1: NIC',
    'nic eno2: NIC',
    'bond bond0: bond',
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

test('a bridge that only a domU names is shown, with what is known of it', async () => {
  const nodes = await shown(`# file: /etc/network/interfaces
${network}
# file: /etc/xen/db.cfg
name = "db"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=outer' ]
`);
  expect(nodes).toContain('bridge outer: bridge, made by no interfaces file [unknown] 1 faults');
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
    'bridge br0: bridge, not known who makes it [unknown]',
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

test.each([
  ['that libvirt makes', '', 'virbr0', 'bridge virbr0: bridge, not known who makes it [unknown]'],
  [
    'on a host of which not all is known',
    'source /etc/network/more\n',
    'outer',
    'bridge outer: bridge, not known who makes it [unknown]',
  ],
])('a bridge %s is not said to be absent', async (_, more, bridge, expected) => {
  const nodes = await shown(`# file: /etc/network/interfaces
${more}${network}
# file: /etc/xen/db.cfg
name = "db"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=${bridge}' ]
`);
  expect(nodes).toContainEqual(expect.stringContaining(expected));
});

test('a card is what nothing tells to be something else', async () => {
  const nodes = await shown(`auto tun0 lan0 nosuch he6 w0 ll0
mapping eth5
    script /etc/network/choose
    map home eth5-home
iface eth5-home inet dhcp
iface tun0 inet static
    address 10.8.0.1/24
iface lan0 inet manual
iface ll0 inet ipv4ll
iface w0 inet wvdial
iface he6 inet6 v4tunnel
    endpoint 192.0.2.1
    address 2001:db8::1/64
iface br0 inet manual
    bridge_ports regex eth3.*
`);
  expect(nodes.map((node) => node.replace(/:.*/, ''))).toEqual(
    expect.arrayContaining([
      'interface tun0',
      'nic lan0',
      'nic ll0',
      'interface w0',
      'interface nosuch',
      'interface he6',
      'nic eth5',
    ]),
  );
  expect(nodes).toContainEqual(expect.stringContaining('interface nosuch: no stanza'));
  expect(nodes).toContain('bridge br0: bridge, ports: whatever matches when it comes up [bare]');
});

test('a bridge that only commands make stands on the ports that they give it', async () => {
  expect(
    await shown(`auto eth0
iface eth0 inet manual
    up ip link add br-lan type bridge
    up ip link set eth0 master br-lan
`),
  ).toEqual(['nic eth0: NIC', 'bridge br-lan: bridge [bare]', 'eth0 - br-lan']);
});

test('Open vSwitch: ports, bonds and the bridge’s own interfaces', async () => {
  const nodes = await shown(`auto ovsbr0
iface ovsbr0 inet manual
    ovs_type OVSBridge
    ovs_ports bond1 mgmt
auto bond1
iface bond1 inet manual
    ovs_type OVSBond
    ovs_bridge ovsbr0
    ovs_bonds eth1 eth2
auto mgmt
iface mgmt inet dhcp
    ovs_type OVSIntPort
    ovs_bridge ovsbr0
`);
  expect(nodes).toEqual(expect.arrayContaining(['eth1 - bond1', 'eth2 - bond1', 'bond1 - ovsbr0', 'ovsbr0 - mgmt']));
  expect(nodes).toContainEqual(expect.stringMatching(/^bridge ovsbr0: Open vSwitch bridge .*\[management\]$/));
});

test('an address is called needless on a bridge only where the rule does', async () => {
  const guests = `iface lan inet static
    address 198.51.100.1/24
    bridge_ports none
`;
  expect(await shown(network + guests)).toContainEqual(expect.stringMatching(/^bridge lan: .*\[addressed\]/));
  const routed = `${guests}    up iptables -t nat -A POSTROUTING -s 198.51.100.0/24 -j MASQUERADE\n`;
  expect(await shown(network + routed)).toContainEqual('bridge lan: bridge, 198.51.100.1/24');
});

test('faults of what is not drawn are told beside the picture', async () => {
  expect(
    await shown(`# file: /etc/network/interfaces
auto eth0
iface eth0 inet dhcp
# file: /etc/xen/xl.conf
vif.default.bridge = xenbr0
`),
  ).toContainEqual(expect.stringMatching(/fault.* of xl\.conf (?:is|are) in nothing that is drawn\.$/));
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
    ['br\ufffd0', 'bridge', 'not known who makes it'],
    ['d\ufffdb', 'domU', 'vif 1 of a\ufffdb'],
  ]);
});

test('a file’s name in a note stays on one line', async () => {
  const files = {
    '/etc/network/interfaces': 'source /etc/network/interfaces.d/*\n',
    '/etc/network/interfaces.d/b\nevil': 'bridge_ports none\n',
  };
  const { snapshot } = await inDom0(files, '/etc/network/interfaces', 0);
  const { notes } = buildTopology(
    snapshot.dom0,
    checkSnapshot(snapshot, rules, {}, () => 1),
  );
  expect(notes).toEqual(['One fault of b\ufffdevil is in nothing that is drawn.']);
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

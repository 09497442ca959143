import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../../../server/src/core/features/index.ts';
import { atDom0Cursor } from '../../../support/dom0.ts';

async function hover(text: string): Promise<string> {
  const { snapshot, file, offset } = await atDom0Cursor(text);
  return hoverAt(snapshot, file, offset)?.markdown ?? '';
}

const bridge = `auto bond0 br1
iface bond0 inet manual
    bond-slaves eth0 eth1
iface br1 inet static
    address 192.0.2.2/24
    bridge_ports bond0.10
`;

function dom0(main: string, vifs: string): string {
  return `# file: /etc/network/interfaces
${main}# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/a"
vif = [
  'bridge=other',
  ${vifs}
]
# file: /etc/xen/mail.cfg
name = "mail"
kernel = "/boot/b"
vif = [ 'bridge=br1' ]
`;
}

const guests = `**2 domUs on it**:

- \`mail\`, vif 0: no MAC address of its own, in [\`/etc/xen/mail.cfg:3\`](memory:/etc/xen/mail.cfg#L3)
- \`web\`, vif 1: \`00:16:3e:00:00:01\`, in [\`/etc/xen/web.cfg:5\`](memory:/etc/xen/web.cfg#L5)`;

describe('a bridge', () => {
  test('from the interfaces file: what it is, and the domUs on it', async () => {
    const markdown = await hover(dom0(bridge.replace('iface br1', 'iface b<|>r1'), "'bridge=br1,mac=00:16:3E:0:0:1',"));
    expect(markdown).toContain('**`br1`**: bridge of `bond0.10`');
    expect(markdown).toContain('Address: `192.0.2.2/24`');
    expect(markdown).toContain(guests);
  });

  test('from a vif: besides, the way down to the cards, and what the parameter is', async () => {
    const markdown = await hover(dom0(bridge, "'bridge=b<|>r1,mac=00:16:3E:0:0:1',"));
    expect(markdown).toContain('**`br1`**: bridge of `bond0.10`');
    expect(markdown).toContain('Way out: `br1` → `bond0.10` (VLAN 10) → `bond0` (bond) → `eth0` and `eth1`');
    expect(markdown).toContain(guests);
    expect(markdown).toContain('**bridge** of the network interface: `br1`');
  });

  test.each([
    [
      'Open vSwitch',
      'iface sw0 inet manual\n    ovs_type OVSBridge\n    ovs_ports bond0\niface bond0 inet manual\n    ovs_type OVSBond\n    ovs_bonds eth0 eth1\n',
      'Way out: `sw0` → `bond0` (bond) → `eth0` and `eth1`',
    ],
    [
      'commands',
      'iface sw0 inet manual\n    pre-up brctl addbr sw0\n    up brctl addif sw0 eth0.10\n',
      'Way out: `sw0` → `eth0.10` (VLAN 10) → `eth0`',
    ],
  ])('made by %s: the way down, too', async (_, network, way) => {
    expect(await hover(dom0(network, "'bridge=s<|>w0'"))).toContain(way);
  });

  test('of many vifs tells ten and counts the others', async () => {
    const vifs = Array.from({ length: 14 }, () => "'bridge=br1'").join(', ');
    const markdown = await hover(dom0(bridge.replace('iface br1', 'iface b<|>r1'), vifs));
    expect(markdown).toMatch(/\*\*2 domUs on it\*\*:/);
    expect(markdown.match(/^- `web`/gm)).toHaveLength(9);
    expect(markdown).toMatch(/\n- and 5 more$/);
  });

  test('on which a vif is by default says so', async () => {
    const markdown = await hover(`# file: /etc/network/interfaces
iface xenb<|>r0 inet manual
    bridge_ports none
# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/a"
vif = [ '' ]
`);
    expect(markdown).toMatch(/`web`, vif 0: no MAC address of its own, by default, in/);
  });

  test('that nothing makes', async () => {
    const markdown = await hover(dom0(bridge, "'bridge=b<|>r9'"));
    expect(markdown).toContain('**`br9`**: the interfaces files of this dom0 make no such bridge.');
    expect(markdown).not.toContain('Way out');
  });

  test('without interfaces files: what the parameter is', async () => {
    expect(await hover('# file: /srv/a.cfg\nname = "a"\nkernel = "/a"\nvif = [ "bridge=b<|>r1" ]\n')).toMatch(
      /^\*\*bridge\*\* of the network interface/,
    );
  });
});

test('another interface says nothing of domUs', async () => {
  expect(await hover(dom0(bridge.replace('iface bond0', 'iface bon<|>d0'), "'bridge=br1'"))).not.toContain('domU');
});

import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/index.ts';
import { renameEdits } from '../../../server/src/core/model/rename-edits.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

async function rename(text: string, from: string, to: string): Promise<{ text: string; unsure: readonly string[] }> {
  const { host } = await checkFiles({ [mainPath]: text });
  const { edits, unsure } = renameEdits(host, from, to);
  return { text: applyEdits(text, edits), unsure: unsure.map(({ span }) => text.slice(span.start, span.end)) };
}

test('renames the VLANs and aliases of a card, its raw-device and its words in commands', async () => {
  const before = `# bridgewise-management: eth0.10
auto eth0 eth0.10
iface eth0 inet manual
    up ethtool -K eth0 tso off
iface eth0.10 inet dhcp
    up sysctl -w net.ipv4.conf.eth0.proxy_arp=1
iface eth0:1 inet static
    address 192.0.2.1/24
iface vlan7 inet manual
    vlan-raw-device eth0
auto br0
iface br0 inet manual
    bridge_ports eth0.20 eth1
    bridge_pathcost eth0.20 100
`;
  const { text, unsure } = await rename(before, 'eth0', 'wan');
  expect(text).toBe(before.replaceAll('eth0', 'wan'));
  expect(unsure).toEqual([]);
});

test('leaves names alone that only begin alike, and a bridge with a dotted name, which is no VLAN', async () => {
  const before = `iface br0 inet manual
    bridge_ports eth0
iface br01 inet manual
    bridge_ports eth1
iface br0.10 inet manual
    bridge_ports eth0.10
iface br0-lan inet manual
`;
  const { text } = await rename(before, 'br0', 'lan');
  expect(text).toBe(before.replace('iface br0 inet', 'iface lan inet'));
});

test('renames a dotted bridge with its aliases', async () => {
  const before = `auto xenbr0.10 xenbr0.10:1 xenbr0
iface xenbr0.10 inet manual
    bridge_ports eth0.10
iface xenbr0.10:1 inet static
    address 192.0.2.1/24
`;
  const { text } = await rename(before, 'xenbr0.10', 'xenbr0v10');
  expect(text).toBe(before.replaceAll('xenbr0.10', 'xenbr0v10'));
});

test('renames a stanza that serves under other names', async () => {
  const before = `auto eth0=lan /eth*=lan
mapping eth1
    script /bin/choose
    map home lan
iface lan inet dhcp
`;
  const { text } = await rename(before, 'lan', 'office');
  expect(text).toBe(before.replaceAll('lan', 'office'));
});

test('says where it cannot know', async () => {
  const { text, unsure } = await rename(
    `auto /eth*
mapping eth*
    script /bin/choose
iface eth0 inet manual
    x-link eth0
    wpa-conf /etc/wpa/eth0.conf
auto eth\\
0
`,
    'eth0',
    'wan',
  );
  expect(text).toContain('iface wan inet manual\n    x-link eth0\n');
  expect(unsure.toSorted()).toEqual(['/eth*', 'eth*', 'eth0', 'eth0', 'eth\\\n0'].toSorted());
});

import { expect, test } from 'vitest';
import { loadHostOf, memoryAccess, memoryFile } from '../../../server/src/core/index.ts';
import { mainPath } from '../../support/fixture.ts';

async function managementOf(text: string, named: readonly string[] = []): Promise<readonly string[]> {
  const settings = { dialect: 'auto' as const, management: named };
  const host = await loadHostOf(memoryAccess({ [mainPath]: text }), memoryFile(mainPath), async () => settings);
  return [...(host?.management ?? [])].sort();
}

const bridges = `iface br0 inet static
  address 192.0.2.10/24
  bridge_ports eth0
iface br1 inet static
  address 198.51.100.10/24
  bridge_ports eth1
`;

test.each<[string, string, readonly string[]]>([
  ['the device that the command names', 'up ip route add default via 192.0.2.1 dev br0', ['br0', 'eth9']],
  ['the device of route(8)', 'up route add default gw 198.51.100.1 br1', ['br1', 'eth9']],
  ['the network of the gateway', 'up ip route add default via 198.51.100.1', ['br1', 'eth9']],
  ['the network of the gateway of route(8)', 'up route add default gw 192.0.2.1', ['br0', 'eth9']],
  ['a gateway in no known network', 'up ip route add default via 203.0.113.1', ['eth9']],
])('a default route in the stanza of another interface counts for %s', async (_, command, names) => {
  expect(await managementOf(`${bridges}iface eth9 inet manual\n  ${command}\n`)).toEqual(names);
});

test('a port counts for its bridge', async () => {
  expect(await managementOf(`${bridges}iface eth1 inet dhcp\n`)).toEqual(['br1', 'eth1']);
});

test('a bridge with a dotted name counts for itself alone', async () => {
  const dotted = 'iface br0.5 inet dhcp\n  bridge_ports eth2\n';
  expect(await managementOf(`${bridges}${dotted}`)).toEqual(['br0.5']);
});

test('a setting that names nothing of this host says nothing of it', async () => {
  const text = `${bridges}iface eth9 inet dhcp\n`;
  expect(await managementOf(text, ['br1'])).toEqual(['br1']);
  expect(await managementOf(text, ['vmbr0'])).toEqual(['eth9']);
});

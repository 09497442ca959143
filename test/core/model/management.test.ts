import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../../support/fixture.ts';

async function managementOf(text: string): Promise<readonly string[]> {
  return [...(await checkFiles({ [mainPath]: text })).host.management].sort();
}

const bridge = (name: string, method: string, ...options: readonly string[]): string =>
  [`iface ${name} inet ${method}`, 'bridge_ports none', ...options].join('\n  ').concat('\n');

test.each<[string, string, readonly string[]]>([
  ['nothing known', bridge('br0', 'manual'), []],
  ['the interface with a gateway', 'iface a inet static\n  gateway 10.0.0.1\niface b inet dhcp\n', ['a']],
  ['a gateway of either family', 'iface a inet6 static\n  gateway fe80::1\niface b inet dhcp\n', ['a']],
  [
    'a default route in a hook',
    'iface a inet static\n  up ip route add default via 10.0.0.1\niface b inet dhcp\n',
    ['a'],
  ],
  ['a default route by route(8)', 'iface a inet static\n  up route add default gw 10.0.0.1\n', ['a']],
  [
    'several gateways',
    'iface a inet static\n  gateway 10.0.0.1\niface b inet6 static\n  gateway fe80::1\n',
    ['a', 'b'],
  ],
  ['without a gateway, those by DHCP', 'iface a inet dhcp\niface b inet6 auto\niface c inet static\n', ['a', 'b']],
  ['a VLAN on a bridge counts for the bridge', `${bridge('br0', 'manual')}iface br0.10 inet dhcp\n`, ['br0', 'br0.10']],
  [
    'an alias counts for the bridge',
    `${bridge('br0', 'static')}iface br0:1 inet static\n gateway 10.0.0.1\n`,
    ['br0', 'br0:1'],
  ],
  [
    'an internal port of Open vSwitch counts for its bridge',
    'iface sw0 inet manual\n ovs_type OVSBridge\niface mgmt inet dhcp\n ovs_type OVSIntPort\n ovs_bridge sw0\n',
    ['mgmt', 'sw0'],
  ],
  [
    'so does one that the bridge names',
    'iface sw0 inet manual\n ovs_type OVSBridge\n ovs_ports eth0 mgmt\niface mgmt inet dhcp\n ovs_type OVSIntPort\n',
    ['mgmt', 'sw0'],
  ],
  [
    'and a VLAN on the bridge',
    'iface sw0 inet manual\n ovs_type OVSBridge\n ovs_ports eth0\niface sw0.10 inet dhcp\n',
    ['sw0', 'sw0.10'],
  ],
  [
    'but not a port of another one',
    'iface sw0 inet manual\n ovs_type OVSBridge\n ovs_ports eth0\niface eth1 inet dhcp\n',
    ['eth1'],
  ],
  ['a VLAN on a card does not', 'iface eth0 inet manual\niface eth0.10 inet dhcp\n', ['eth0.10']],
  ['a comment', `# bridgewise-management: br1\n${bridge('br0', 'dhcp')}${bridge('br1', 'manual')}`, ['br1']],
  [
    'a comment that names what the host does not have makes it unknown',
    `# bridgewise-management: br1 eth9\n${bridge('br0', 'dhcp')}${bridge('br1', 'manual')}`,
    [],
  ],
])('%s', async (_, text, names) => {
  expect(await managementOf(text)).toEqual(names);
});

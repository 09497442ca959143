import { describe, expect, test } from 'vitest';
import { namesAbove, namesBelow, stepOf, wayDown } from '../../../../server/src/core/model/dom0/way-down.ts';
import type { HostModel } from '../../../../server/src/core/model/host.ts';
import { checkFiles, mainPath } from '../../../support/fixture.ts';

async function hostOf(text: string): Promise<HostModel> {
  return (await checkFiles({ [mainPath]: text })).host;
}

/** `sw0 (bridge) > eth0, bond1 (bond) > …` */
function shownWay(host: HostModel, name: string): string {
  return wayDown(host, name)
    .map((steps) =>
      steps.map((step) => (step.kind === undefined ? step.name : `${step.name} (${step.kind})`)).join(', '),
    )
    .join(' > ');
}

describe('Open vSwitch', () => {
  const network = `allow-sw0 eth0
iface eth0 inet manual
    ovs_bridge sw0
    ovs_type OVSPort
auto sw0
iface sw0 inet manual
    ovs_type OVSBridge
    ovs_ports eth0 mgmt bond1
allow-sw0 mgmt
iface mgmt inet static
    ovs_bridge sw0
    ovs_type OVSIntPort
    ovs_options tag=10
    address 192.0.2.2/24
allow-sw0 bond1
iface bond1 inet manual
    ovs_bridge sw0
    ovs_type OVSBond
    ovs_bonds eth1 eth2
`;

  test.each([
    ['a bridge stands on its ports, a bond on its slaves', 'sw0', 'sw0 (bridge) > eth0, bond1 (bond) > eth1, eth2'],
    ['an internal port stands on its bridge', 'mgmt', 'mgmt > sw0 (bridge) > eth0, bond1 (bond) > eth1, eth2'],
    ['a port stands on nothing', 'eth0', 'eth0'],
  ])('%s', async (_, name, way) => {
    expect(shownWay(await hostOf(network), name)).toBe(way);
  });

  test('on a bridge are its internal ports alone', async () => {
    const host = await hostOf(network);
    expect(['sw0', 'eth0', 'eth1'].map((name) => namesAbove(host, name))).toEqual([['mgmt'], ['sw0'], ['bond1']]);
  });

  test.each([
    ['only the bridge names it', ' ovs_ports eth0 mgmt', ''],
    ['only it names the bridge', ' ovs_ports eth0', ' ovs_bridge sw0'],
  ])('an internal port is on its bridge where %s', async (_, ofBridge, ofPort) => {
    const host = await hostOf(
      `iface sw0 inet manual\n ovs_type OVSBridge\n${ofBridge}\niface mgmt inet manual\n ovs_type OVSIntPort\n${ofPort}\n`,
    );
    expect(shownWay(host, 'mgmt')).toBe('mgmt > sw0 (bridge) > eth0');
  });

  test('a bridge may stand in no stanza of its own', async () => {
    const host = await hostOf('iface eth0 inet manual\n ovs_type OVSPort\n ovs_bridge sw9\n');
    expect(shownWay(host, 'sw9')).toBe('sw9 (bridge) > eth0');
  });

  test('VLANs and bonds of the kernel are what they were', async () => {
    const host = await hostOf(
      'iface sw0 inet manual\n ovs_type OVSBridge\n ovs_ports bond0.10\niface bond0 inet manual\n bond-slaves eth0 eth1\n',
    );
    expect(shownWay(host, 'sw0')).toBe('sw0 (bridge) > bond0.10 (vlan) > bond0 (bond) > eth0, eth1');
  });

  test('bridges that name each other come to an end', async () => {
    const host = await hostOf(
      'iface a inet manual\n ovs_type OVSBridge\n ovs_ports a b\niface b inet manual\n ovs_type OVSBridge\n ovs_ports a\n',
    );
    expect(shownWay(host, 'a')).toBe('a (bridge) > b (bridge)');
  });
});

describe('bridges that commands make', () => {
  const stanza = (...commands: readonly string[]): string =>
    `auto br9\niface br9 inet manual\n${commands.map((command) => `    ${command}\n`).join('')}`;

  test.each([
    ['brctl', ['pre-up brctl addbr br9', 'up brctl addif br9 eth7 eth8'], 'br9 (bridge) > eth7, eth8'],
    [
      'brctl, by path and for $IFACE',
      ['pre-up /sbin/brctl addbr $IFACE', 'up brctl addif $IFACE eth7'],
      'br9 (bridge) > eth7',
    ],
    ['ip', ['pre-up ip link add name br9 type bridge', 'up ip link set eth8 master br9'], 'br9 (bridge) > eth8'],
    [
      'ip, in other words',
      ['up ip link add br9 type bridge stp_state 1; ip link set dev eth8 master br9 up'],
      'br9 (bridge) > eth8',
    ],
    ['ip, with options', ['up ip -batch x link add dev br9 type bridge'], 'br9'],
    ['a condition', ['up [ -d /sys/class/net/br9 ] || brctl addbr br9'], 'br9 (bridge)'],
    [
      'a device with its master',
      ['up brctl addbr br9', 'up ip link add veth0 master br9 type veth'],
      'br9 (bridge) > veth0',
    ],
    [
      'a port that is a VLAN',
      ['up brctl addbr br9', 'up brctl addif br9 eth7.10'],
      'br9 (bridge) > eth7.10 (vlan) > eth7',
    ],
    [
      'ports beside those of the stanza',
      ['bridge_ports eth1', 'up brctl addif br9 eth1 eth2'],
      'br9 (bridge) > eth1, eth2',
    ],
    ['a master that is no bridge as far as is known', ['up ip link set eth8 master br9'], 'br9'],
    ['a variable', ['up for i in eth1 eth2; do brctl addif br9 $i; done'], 'br9'],
    ['the way down', ['down brctl addif br9 eth1', 'post-down brctl addbr br9'], 'br9'],
    ['a VLAN', ['up ip link add link eth6 name br9 type vlan id 44'], 'br9'],
    ['a bridge that is set up only', ['up ip link set br9 up'], 'br9'],
    [
      'what is taken away',
      ['up brctl addbr br9', 'up brctl delif br9 eth1', 'up ip link set eth2 nomaster'],
      'br9 (bridge)',
    ],
  ])('are known from %s', async (_, commands, way) => {
    expect(shownWay(await hostOf(stanza(...commands)), 'br9')).toBe(way);
  });

  test('are known without a stanza', async () => {
    const host = await hostOf(
      'auto eth0\niface eth0 inet manual\n    up brctl addbr br9\n    up brctl addif br9 $IFACE\n',
    );
    expect([stepOf(host, 'br9').kind, namesBelow(host, 'br9')]).toEqual(['bridge', ['eth0']]);
  });
});

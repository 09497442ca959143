import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import type { Files } from '../../support/dom0-findings.ts';
import { bridge, check, domU, filesOf, findingsOf, management } from '../../support/dom0-findings.ts';
import { mainPath } from '../../support/fixture.ts';

describe('domu-on-vlan-trunk', () => {
  const onBr = (options = ''): string => domU('web', `vif = [ 'mac=00:16:3e:00:00:01, bridge=br1${options}' ]`);
  const told = async (network: string, guest = onBr()): Promise<readonly Finding[]> =>
    findingsOf('domu-on-vlan-trunk', { [mainPath]: `${management}${network}`, '/etc/xen/web.cfg': guest });
  const vlan = (name: string, ...options: readonly string[]): string =>
    `auto ${name}\niface ${name} inet manual\n${options.map((option) => `    ${option}\n`).join('')}`;
  const onEth1 = bridge('br1', 'bridge_ports eth1');

  test('leads to the VLANs and to the vifs', async () => {
    const [finding, ...more] = await told(`${onEth1}${vlan('br1.30')}${bridge('dmz', 'bridge_ports eth1.10')}`);
    expect(more).toEqual([]);
    expect(finding?.message).toMatch(/^VLAN 30 \(br1\.30\) lies on the bridge br1, .* On it: `web`\.$/);
    expect(finding?.related.map(({ message }) => message)).toEqual([
      'Here is br1.30.',
      'Here is eth1.10.',
      'Here `web` is put on it.',
    ]);
  });

  test.each([
    ['a VLAN on its port', `${onEth1}${vlan('eth1.10')}`],
    ['one that bears the name of a VLAN', `${onEth1}${vlan('vlan10', 'vlan-raw-device eth1')}`],
    ['one on a bond', `${bridge('br1', 'bridge_ports bond0')}${vlan('bond0.10')}`],
    ['a filter that is off', `${bridge('br1', 'bridge_ports eth1', 'bridge_vlan_aware no')}${vlan('br1.30')}`],
    ['one that another bridge makes', `${onEth1}${bridge('dmz', 'bridge_ports eth1.10')}`],
    ['many', `${onEth1}${[1, 2, 3, 4, 5].map((id) => vlan(`eth1.${id}`)).join('')}`],
  ])('is told with %s', async (_, network) => {
    expect(await told(network)).toHaveLength(1);
  });

  test.each([
    ['a VLAN on another card', `${onEth1}${vlan('eth2.10')}`],
    ['the bridge on a VLAN', `${bridge('br1', 'bridge_ports eth1.20')}${vlan('eth1.10')}`],
    ['a VLAN that nothing brings up', `${onEth1}iface eth1.10 inet manual\n`],
    ['a name of which ifupdown makes no VLAN', `${onEth1}${vlan('storage', 'vlan-raw-device eth1')}`],
    ['a bridge without ports', `${bridge('br1', 'bridge_ports none')}${vlan('br1.30')}`],
    ['a bridge that filters', `${bridge('br1', 'bridge_ports eth1', 'bridge_vlan_aware yes')}${vlan('br1.30')}`],
    ['filtering by nft', `${onEth1}${vlan('eth1.10', 'up nft -f /etc/bridge.nft')}`],
    ['a stanza that serves another name', `${onEth1.replace('auto br1', 'auto lab=br1')}${vlan('eth1.10')}`],
    ['a bridge named like a VLAN', `${onEth1}${bridge('eth1.10', 'bridge_ports eth2')}`],
  ])('is not told with %s', async (_, network) => {
    expect(await told(network)).toEqual([]);
  });

  test.each([', vlan=10', ', script=vif-openvswitch', ', script=vif-route', ', backend=router'])(
    'is not told of a vif with%s',
    async (options) => {
      expect(await told(`${onEth1}${vlan('eth1.10')}`, onBr(options))).toEqual([]);
    },
  );

  test.each([
    ['auto', 1],
    ['ifupdown', 0],
  ] as const)('knows of which name the program makes a VLAN: %s', async (dialect, times) => {
    // By `vlan-id` the file is one for ifupdown2.
    const network = `${management}${onEth1}${vlan('storage', 'vlan-raw-device eth1', 'vlan-id 10')}`;
    const found = await check({ [mainPath]: network, '/etc/xen/web.cfg': onBr() }, mainPath, dialect);
    expect(found.filter(({ rule }) => rule === 'domu-on-vlan-trunk')).toHaveLength(times);
  });

  test('counts what is too much to name', async () => {
    const [finding] = await told(`${onEth1}${[1, 2, 3, 4, 5].map((id) => vlan(`eth1.${id}`)).join('')}`);
    expect(finding?.message).toContain('VLAN 1 (eth1.1), VLAN 2 (eth1.2), VLAN 3 (eth1.3) and 2 more');
  });

  test.each([
    ['bridge=sw.10', ['bridge=sw', 'bridge=sw.20'], ['b']],
    ['bridge=sw', ['bridge=sw'], []],
    ['bridge=sw.10', ['bridge=sw:10:20', 'bridge=other'], []],
    ['bridge=sw.10', ['', 'script=vif-bridge, bridge=sw'], ['b']],
  ])('of a switch with "%s" beside %s', async (first, others, expected) => {
    const files = [first, ...others].map((vif, at) => {
      const name = 'abc'.charAt(at);
      return [`/etc/xen/${name}.cfg`, domU(name, `vif = [ 'mac=00:16:3e:00:00:0${at}, ${vif}' ]`)] as const;
    });
    const found = await findingsOf('domu-on-vlan-trunk', {
      [mainPath]: management,
      '/etc/xen/xl.conf': 'vif.default.script="vif-openvswitch"\nvif.default.bridge="sw"\n',
      ...Object.fromEntries(files),
    });
    expect(filesOf(found)).toEqual(expected.map((name) => `/etc/xen/${name}.cfg`));
  });
});

describe('domu-vlans-on-management-card', () => {
  const rule = 'domu-vlans-on-management-card';
  const spare = 'iface eth1 inet manual\n';
  const dmz = bridge('dmz', 'bridge_ports eth0.10');
  const lan = bridge('lan', 'bridge_ports eth0.20');
  const guests = {
    '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=dmz' ]"),
    '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, bridge=lan' ]"),
  };
  const told = async (network: string, more: Files = {}): Promise<readonly Finding[]> =>
    findingsOf(rule, { [mainPath]: network, ...guests, ...more });

  test.each([
    ['an address on the card', management],
    ['an address on a VLAN of it', 'auto eth0.30\niface eth0.30 inet dhcp\n'],
    ['an address on a bridge', 'auto xenbr0\niface xenbr0 inet dhcp\n    bridge_ports eth0.30\n'],
  ])('is told once a host: %s', async (_, own) => {
    const found = await told(`${own}${spare}iface eno2 inet manual\n${dmz}${lan}`);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/^eth1 and eno2 stand unused, .* of eth0, .* \(lan and dmz\)/);
    expect(found[0]?.related).toHaveLength(2);
  });

  test('is told with a domU on the management bridge, too', async () => {
    const own = 'auto xenbr0\niface xenbr0 inet dhcp\n    bridge_ports eth0\n';
    const on = domU('dev', "vif = [ 'mac=00:16:3e:00:00:03, bridge=xenbr0' ]");
    expect(await told(`${own}${spare}${dmz}${lan}`, { '/etc/xen/dev.cfg': on })).toHaveLength(1);
  });

  test('is told of VLANs of a bond', async () => {
    const bond = 'auto bond0\niface bond0 inet dhcp\n    bond-slaves eth2 eth3\n';
    const network = `${bond}${spare}${dmz}${lan}`.replaceAll(/eth0(?=\.)/g, 'bond0');
    expect((await told(network))[0]?.message).toContain('VLANs of eth2 and eth3');
  });

  test.each<[string, string, Files]>([
    ['a card with an address', `${management}${spare.replace('manual', 'dhcp')}${dmz}${lan}`, {}],
    ['a card without one, but with a VLAN', `${management}${spare}${dmz}${lan}iface eth1.5 inet manual\n`, {}],
    ['a slave', `${management}${spare}${dmz}${lan}auto bond0\niface bond0 inet manual\n    bond-slaves eth1\n`, {}],
    ['a port', `${management}${spare}${dmz}${lan}${bridge('dev', 'bridge_ports eth1')}`, {}],
    [
      'a bridge of whatever matches',
      `${management}${spare}${dmz}${lan}${bridge('dev', 'bridge_ports regex eth[1-3]')}`,
      {},
    ],
    [
      'a command that makes something of it',
      `${management}${spare}    up ovs-vsctl add-port sw $IFACE\n${dmz}${lan}`,
      {},
    ],
    ['a stanza that serves another card', `auto lab0=eth1\n${management}${spare}${dmz}${lan}`, {}],
    ['a stanza that may not serve', `mapping eth[1-3]\n    script /bin/cat\n${management}${spare}${dmz}${lan}`, {}],
    ['a port of Open vSwitch', `${management}${spare}    ovs_bridge sw\n${dmz}${lan}`, {}],
    ['a name that is no card’s', `${management}${spare.replace('eth1', 'storage')}${dmz}${lan}`, {}],
    ['a bridge with domUs on a card of its own', `${management}${spare}${dmz}${lan.replace('eth0.20', 'eth2')}`, {}],
    [
      'domUs’ bridges on the card itself',
      `${management}${spare}${bridge('dmz', 'bridge_ports none')}${bridge('lan', 'bridge_ports none')}`,
      {},
    ],
    [
      'ports that commands give to the bridges',
      `${management}${spare}${['dmz', 'lan'].map((name, at) => bridge(name, 'bridge_ports none', `up brctl addif ${name} eth0.${at}1`)).join('')}`,
      {},
    ],
    ['no known management', `${spare}${dmz}${lan}`, {}],
    ['a missing file', `source /etc/network/more\n${management}${spare}${dmz}${lan}`, {}],
    [
      'a domU that nobody can read',
      `${management}${spare}${dmz}${lan}`,
      { '/etc/xen/dev.cfg': 'name = "dev"\nkernel = "/k"\nvif = [\n' },
    ],
    [
      'a domU on a bridge that is not there',
      `${management}${spare}${dmz}${lan}`,
      { '/etc/xen/dev.cfg': domU('dev', "vif = [ 'mac=00:16:3e:00:00:03, bridge=dev' ]") },
    ],
    [
      'a domU on a VLAN that is no bridge',
      `${management}${spare}${dmz}${lan}iface eth0.30 inet manual\n`,
      { '/etc/xen/dev.cfg': domU('dev', "vif = [ 'mac=00:16:3e:00:00:03, bridge=eth0.30' ]") },
    ],
    [
      'a bridge with domUs on a VLAN of another card',
      `${management}${spare}${dmz}${lan.replace('eth0.20', 'eth2.20')}`,
      {},
    ],
    [
      'a domU with a PCI device',
      `${management}${spare}${dmz}${lan}`,
      { '/etc/xen/dev.cfg': domU('dev', "pci = [ '03:00.0' ]") },
    ],
  ])('is not told with %s', async (_, network, more) => {
    expect(await told(network, more)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { applyEdits } from '../../../server/src/core/index.ts';
import type { Files } from '../../support/dom0-findings.ts';
import { bridge, check, domU, findingsOf, management } from '../../support/dom0-findings.ts';
import { mainPath } from '../../support/fixture.ts';

describe('vif-bridge-unknown', () => {
  const oneVif = (vif: string): Files => ({
    [mainPath]: `auto lo\niface lo inet loopback\n${management}${bridge('dmz', 'bridge_ports eth1')}${bridge('lan', 'bridge_ports eth2')}`,
    '/etc/xen/web.cfg': domU('web', `vif = [ '${vif}' ]`),
  });

  test.each([
    ['bridge=dmx', '`dmz` is there.', ['Put the vif on dmz', 'Put the vif on lan']],
    [
      'bridge=wan7',
      'The bridges are `dmz` and `lan`.',
      ['Put the vif on dmz', 'Put the vif on lan', 'Add wan7, a bridge without ports and addresses, to dom0'],
    ],
    ['bridge=eth1', '`eth1` is a port of the bridge `dmz`', ['Put the vif on dmz', 'Put the vif on lan']],
    ['bridge=lo', '`lo` is no bridge (the loopback interface)', ['Put the vif on dmz', 'Put the vif on lan']],
    ['bridge=eth0', '`eth0` is no bridge', ['Put the vif on dmz', 'Put the vif on lan']],
    [
      '',
      "it gets xl's default, `xenbr0`",
      ['Put the vif on dmz', 'Put the vif on lan', 'Add xenbr0, a bridge without ports and addresses, to dom0'],
    ],
    // To ifupdown a name with a dot is that of a VLAN.
    ['bridge=wan.7', 'The bridges are `dmz` and `lan`.', ['Put the vif on dmz', 'Put the vif on lan']],
  ])('of the vif "%s" says %s', async (vif, words, titles) => {
    const [finding, ...more] = await findingsOf('vif-bridge-unknown', oneVif(vif));
    expect(more).toEqual([]);
    expect(finding?.message).toContain(words);
    expect(finding?.fixes.map(({ title }) => title)).toEqual(titles);
  });

  test.each([
    ['blanks', 'bridge=dmx '],
    ['a parameter that is misspelt', 'brigde=dmz'],
    ['a bridge of libvirt', 'bridge=virbr0'],
    ['a script of its own', 'bridge=dmx, script=vif-own'],
  ])('is silent on %s', async (_, vif) => {
    expect(await findingsOf('vif-bridge-unknown', oneVif(vif))).toEqual([]);
  });

  test('leaves a bridge that took other parameters in to the rule for that', async () => {
    expect(await findingsOf('vif-bridge-unknown', oneVif('bridge=dmz;mac=00:16:3e:00:00:01'))).toEqual([]);
  });

  test.each(['bridge=dmx', ''])('is silent without an interfaces file on the vif "%s"', async (vif) => {
    const files = { '/etc/xen/web.cfg': domU('web', `vif = [ '${vif}' ]`) };
    expect(await findingsOf('vif-bridge-unknown', files, '/etc/xen/web.cfg')).toEqual([]);
    expect(await findingsOf('vif-bridge-unknown', { ...oneVif(vif), ...files }, '/etc/xen/web.cfg')).toHaveLength(1);
  });

  test.each([
    ['a script of the host', 'up /opt/bridges start', ['eth0']],
    ['Open vSwitch', 'up ovs-vsctl set bridge sw0 stp_enable=true', ['eth0']],
    ['a file to read', 'up wg setconf wg0 /etc/wireguard/wg0.conf', ['eth0', 'wan7']],
    ["xend's own script", 'up /etc/xen/scripts/network-bridge start', []],
    ['a command that makes a bridge of the card', 'up brctl addbr eth0', ['wan7']],
    ['a command that gives the name to another', 'up ip link set dev eth0 name lan0', ['wan7']],
  ])('tells of a card and of what is nowhere, as far as commands allow: %s', async (_, command, told) => {
    const network = `${management}auto eth3\niface eth3 inet manual\n    ${command}\n`;
    for (const name of ['eth0', 'wan7']) {
      const files = { [mainPath]: network, '/etc/xen/web.cfg': domU('web', `vif = [ 'bridge=${name}' ]`) };
      const found = await findingsOf('vif-bridge-unknown', files);
      expect(found.map(() => name)).toEqual(told.filter((one) => one === name));
    }
  });

  test.each([
    ['that only sets it up', 'ethtool -K eth0 gro off', 1],
    ['that makes a bridge', 'ip link add eth0 type bridge', 0],
    ['of the host', '/opt/net $IFACE', 0],
  ])('tells of a card with a command of its own %s', async (_, command, times) => {
    const network = `${management}    up ${command}\n`;
    const files = { [mainPath]: network, '/etc/xen/web.cfg': domU('web', "vif = [ 'bridge=eth0' ]") };
    expect(await findingsOf('vif-bridge-unknown', files)).toHaveLength(times);
  });

  test('tells of a card beside a file that cannot be read, and of no other bridge there', async () => {
    const network = `source /etc/network/more\n${management}${bridge('dmz', 'bridge_ports eth1')}`;
    const files = { [mainPath]: network, '/etc/xen/web.cfg': domU('web', "vif = [ 'bridge=eth0' ]") };
    const [finding] = await findingsOf('vif-bridge-unknown', files);
    expect(finding?.message).toMatch(/^`eth0` is no bridge: .* does not start\.$/);
  });

  test('does not trust a default whose file is not there', async () => {
    const files = Object.fromEntries(Object.entries(oneVif('')).map(([path, text]) => [`/hosts/a${path}`, text]));
    const [alone] = await findingsOf('vif-bridge-unknown', files, `/hosts/a${mainPath}`);
    expect(alone?.severity).toBe('information');
    const [known] = await findingsOf(
      'vif-bridge-unknown',
      { ...files, '/hosts/a/etc/xen/xl.conf': 'autoballoon="off"\n' },
      `/hosts/a${mainPath}`,
    );
    expect(known?.severity).toBe('warning');
  });

  test('names the default of xl.conf', async () => {
    const [finding] = await findingsOf('vif-bridge-unknown', {
      ...oneVif(''),
      '/etc/xen/xl.conf': 'vif.default.bridge="wan"\n',
    });
    expect(finding?.message).toContain('it gets the one of `xl.conf`, `wan`');
  });

  test('offers the management bridge only where other domUs are on it', async () => {
    const files = {
      [mainPath]: 'auto xenbr0\niface xenbr0 inet dhcp\n    bridge_ports eth0\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'bridge=xenbr' ]"),
    };
    const [lonely] = await findingsOf('vif-bridge-unknown', files);
    expect(lonely?.fixes).toEqual([]);
    const [other] = await findingsOf('vif-bridge-unknown', {
      ...files,
      '/etc/xen/mail.cfg': domU('mail', "vif = [ 'bridge=xenbr0' ]"),
    });
    expect(other?.fixes.map(({ title }) => title)).toEqual(['Put the vif on xenbr0']);
  });

  test.each([
    ['a last line without its newline', management.trimEnd(), `${management}\nauto wan7\n`],
    [
      'line ends of Windows',
      management.replaceAll('\n', '\r\n'),
      `${management}\nauto wan7\n`.replaceAll('\n', '\r\n'),
    ],
    ['a comment and an empty line', `${management}# end\n\n`, `${management}# end\n\nauto wan7\n`],
  ])('adds a bridge behind %s', async (_, text, beginning) => {
    const [finding] = await findingsOf('vif-bridge-unknown', {
      [mainPath]: text,
      '/etc/xen/web.cfg': domU('web', "vif = [ 'bridge=wan7' ]"),
    });
    const after = applyEdits(text, finding?.fixes.at(-1)?.edits ?? []);
    expect(after.startsWith(beginning)).toBe(true);
    expect(after).toContain('bridge_ports none');
  });
});

describe('a new bridge for vif-bridge-unknown', () => {
  const addressed = (name: string, ...options: readonly string[]): string =>
    bridge(name, 'bridge_ports none', 'address 10.9.9.1/24', ...options).replace('manual', 'static');
  const guests = { '/etc/xen/web.cfg': domU('web', "vif = [ 'bridge=wan7, mac=00:16:3e:00:00:01' ]") };

  test.each([
    ['no other bridge', management, true],
    ['a bridge without an address', `${management}${bridge('dmz', 'bridge_ports eth1')}`, true],
    ['the management bridge', 'auto xenbr0\niface xenbr0 inet dhcp\n    bridge_ports eth0\n', true],
    [
      'a bridge for which dom0 translates',
      `${management}${addressed('nat', 'post-up iptables -t nat -A POSTROUTING -s 10.9.9.0/24 -j MASQUERADE')}`,
      true,
    ],
    ['bridges whose addresses are told already', `${management}${addressed('dmz')}${addressed('lan')}`, true],
    ['a management interface that is not known', `${management.replace('dhcp', 'manual')}${addressed('dmz')}`, true],
    ['an only bridge whose address would be told', `${management}${addressed('dmz')}`, false],
  ])('is offered where it brings no new finding: %s', async (_, network, isOffered) => {
    const before = await check({ [mainPath]: network, ...guests });
    const fixes = before.filter(({ rule }) => rule === 'vif-bridge-unknown').flatMap((finding) => finding.fixes);
    const fix = fixes.find(({ title }) => title.startsWith('Add wan7,'));
    expect(fix !== undefined).toBe(isOffered);
    const after = await check({ [mainPath]: applyEdits(network, fix?.edits ?? []), ...guests });
    const told = new Set(before.map(({ rule }) => rule));
    expect(after.map(({ rule }) => rule).filter((rule) => !told.has(rule))).toEqual([]);
  });
});

describe('domu-joins-bridges', () => {
  const network = `${management}${bridge('dmz', 'bridge_ports eth1')}${bridge('lan', 'bridge_ports eth2')}`;
  const joined = async (...bridges: readonly string[]): Promise<readonly Finding[]> =>
    findingsOf('domu-joins-bridges', {
      [mainPath]: network,
      '/etc/xen/web.cfg': domU('web', `vif = [ ${bridges.map((name) => `'bridge=${name}'`).join(', ')} ]`),
    });

  test.each([
    ['one that is not there', ['dmz', 'wan7'], 0],
    ['a card', ['dmz', 'eth0'], 0],
    ['two beside one that is not there', ['dmz', 'wan7', 'lan'], 1],
    ['one of libvirt', ['dmz', 'virbr0'], 1],
    ['two of Open vSwitch', ['sw0,script=vif-openvswitch', 'sw1,script=vif-openvswitch'], 1],
  ])('counts only the bridges that are there: %s', async (_, bridges, times) => {
    const found = await joined(...bridges);
    expect(found).toHaveLength(times);
    expect(found.map(({ message }) => message).join('')).not.toContain('wan7');
  });
});

describe('unused-bridge', () => {
  const twoBridges = `${management}${bridge('dmz', 'bridge_ports eth1')}${bridge('lan', 'bridge_ports eth2')}`;
  const onLan = domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=lan' ]");

  test('is told where all is known', async () => {
    expect(await findingsOf('unused-bridge', { [mainPath]: twoBridges, '/etc/xen/web.cfg': onLan })).toHaveLength(1);
  });

  test.each([
    ['a program of the host', 'up /opt/dhcp-server $IFACE', 0],
    ['one that only reads a file', 'up nft -f /etc/nftables.conf', 1],
  ])('knows what a command about the bridge may be for: %s', async (_, command, times) => {
    const network = `${management}${bridge('dmz', 'bridge_ports eth1', command)}${bridge('lan', 'bridge_ports eth2')}`;
    expect(await findingsOf('unused-bridge', { [mainPath]: network, '/etc/xen/web.cfg': onLan })).toHaveLength(times);
  });

  test.each<[string, Files]>([
    ['no domU', {}],
    [
      'a domU that xl refuses',
      { '/etc/xen/web.cfg': onLan, '/etc/xen/mail.cfg': 'name = "mail"\nkernel = "/k"\nvif = [\n' },
    ],
    [
      'a domU from a template',
      { '/etc/xen/web.cfg': onLan, '/etc/xen/mail.cfg': 'name = "{{ name }}"\nkernel = "/k"\n' },
    ],
    [
      'a script that nobody knows',
      {
        '/etc/xen/web.cfg': onLan,
        '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, script=vif-own' ]"),
      },
    ],
    [
      'a name that may be its own misspelt',
      { '/etc/xen/web.cfg': onLan, '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, bridge=dmx' ]") },
    ],
  ])('is not told with %s', async (_, files) => {
    expect(await findingsOf('unused-bridge', { [mainPath]: twoBridges, ...files })).toEqual([]);
  });
});

describe('bridges that are open to guests', () => {
  const host = `${management}auto br1\niface br1 inet manual\n    bridge_ports eth1\n`;
  const guests = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map(
      (name, at) => [`/etc/xen/${name}.cfg`, domU(name, `vif = [ 'mac=00:16:3e:00:00:0${at}, bridge=br1' ]`)] as const,
    ),
  );

  test('name the domUs, and lead to them', async () => {
    const [finding] = await findingsOf('manual-bridge-with-ipv6', { [mainPath]: host, ...guests });
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toMatch(/ On it: `a`, `b`, `c` and 2 more\.$/);
    expect(finding?.related).toHaveLength(5);
  });

  test('are an information without domUs', async () => {
    const [finding] = await findingsOf('manual-bridge-with-ipv6', { [mainPath]: host });
    expect([finding?.severity, finding?.related]).toEqual(['information', []]);
  });
});

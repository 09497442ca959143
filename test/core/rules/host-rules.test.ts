import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import {
  applyEdits,
  checkSnapshot,
  loadSnapshot,
  memoryAccess,
  memoryFile,
  pathOf,
  rules,
} from '../../../server/src/core/index.ts';
import { mainPath } from '../../support/fixture.ts';

type Files = Readonly<Record<string, string>>;

const closed = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';
const management = 'auto eth0\niface eth0 inet dhcp\n';
const bridge = (name: string, ...options: readonly string[]): string =>
  `auto ${name}\niface ${name} inet manual\n${[...options, closed].map((option) => `    ${option}\n`).join('')}`;
const domU = (name: string, ...lines: readonly string[]): string =>
  `${[`name = "${name}"`, 'kernel = "/boot/vmlinuz"', ...lines].join('\n')}\n`;

async function check(
  files: Files,
  path = mainPath,
  dialect: 'auto' | 'ifupdown' = 'auto',
): Promise<readonly Finding[]> {
  const settings = async () => ({ dialect, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(path), settings);
  if (snapshot === undefined) throw new Error('there is no interfaces file');
  return checkSnapshot(snapshot, rules, {}, () => 1);
}

async function findingsOf(rule: string, files: Files, path = mainPath): Promise<readonly Finding[]> {
  return (await check(files, path)).filter((finding) => finding.rule === rule);
}

const filesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ location }) => pathOf(location.file));

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

describe('what domUs share', () => {
  const vif = "vif = [ 'mac=00:16:3e:00:00:01, bridge=dmz' ]";
  const host = { [mainPath]: `${management}${bridge('dmz', 'bridge_ports eth1')}` };

  test('is told at each later domU', async () => {
    const found = await findingsOf('shared-mac', {
      ...host,
      '/etc/xen/a.cfg': domU('a', vif),
      '/etc/xen/b.cfg': domU('b', vif),
      '/etc/xen/c.cfg': domU('c', vif),
    });
    expect(filesOf(found)).toEqual(['/etc/xen/b.cfg', '/etc/xen/c.cfg']);
    expect(found.flatMap(({ related }) => related.map(({ location }) => pathOf(location.file)))).toEqual([
      '/etc/xen/a.cfg',
      '/etc/xen/a.cfg',
    ]);
    expect(
      new Set(found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ text }) => text)))).size,
    ).toBe(2);
  });

  test('is told once of a domU with variants, and never between these', async () => {
    const found = await check({
      ...host,
      '/etc/xen/a.cfg': domU('a', vif),
      '/etc/xen/a2.cfg': domU('a', vif),
      '/etc/xen/b.cfg': domU('b', vif),
    });
    expect(found.map(({ rule, location }) => `${pathOf(location.file)} ${rule}`)).toEqual([
      '/etc/xen/a2.cfg shared-domain-name',
      '/etc/xen/b.cfg shared-mac',
    ]);
  });

  /** One of each thing that only one domU can have. */
  const everything = (name: string): string =>
    domU(
      name,
      'type = "hvm"',
      'uuid = "6b29fc40-ca47-1067-b31d-00dd010662da"',
      "vif = [ 'mac=00:16:3e:00:00:01, bridge=dmz, ip=198.51.100.7, vifname=web0' ]",
      'disk = [ "/dev/vg0/web,raw,xvda,w" ]',
      "pci = [ '03:00.0' ]",
      'vncdisplay = 5',
    ).replace('kernel = "/boot/vmlinuz"\n', '');

  test.each([
    ['xen', 'information'],
    ['xen/auto', 'warning'],
  ])('is told of each thing, in %s of PCI devices and displays as %s', async (folder, severity) => {
    const files = Object.fromEntries(['a', 'b'].map((name) => [`/etc/${folder}/${name}.cfg`, everything(name)]));
    const found = (await check({ ...host, ...files })).filter(({ rule }) => rule.startsWith('shared-'));
    expect(found.map((finding) => `${finding.severity} ${finding.rule}`).sort()).toEqual(
      [
        `${severity} shared-pci-device`,
        `${severity} shared-vnc-display`,
        'warning shared-mac',
        'warning shared-uuid',
        'warning shared-vif-address',
        'warning shared-vifname',
        'warning shared-writable-disk',
      ].sort(),
    );
    expect(new Set(filesOf(found))).toEqual(new Set([`/etc/${folder}/b.cfg`]));
    expect(found.map(({ related: [first] }) => first && pathOf(first.location.file))).toEqual(
      found.map(() => `/etc/${folder}/a.cfg`),
    );
  });

  test.each([
    ['xen', 'information'],
    ['xen/auto', 'warning'],
  ])('is of variants of one domU in %s their name alone, as %s', async (folder, severity) => {
    const files = Object.fromEntries(['a', 'b'].map((file) => [`/etc/${folder}/${file}.cfg`, everything('web')]));
    const found = (await check({ ...host, ...files })).filter(({ rule }) => rule.startsWith('shared-'));
    expect(found.map((finding) => `${finding.severity} ${finding.rule}`)).toEqual([`${severity} shared-domain-name`]);
  });

  test('is told of files without a name, too', async () => {
    const nameless = domU('', vif).replace('name = ""\n', '');
    const found = await findingsOf('shared-mac', { ...host, '/etc/xen/a.cfg': nameless, '/etc/xen/b.cfg': nameless });
    expect(filesOf(found)).toEqual(['/etc/xen/b.cfg']);
  });

  test.each([
    ['two writers', ['w', 'w'], ['b']],
    ['a reader behind a writer', ['w', 'r'], ['b']],
    ['two readers before a writer', ['r', 'r', 'w'], ['c']],
    ['readers around a writer', ['r', 'w', 'r'], ['b', 'c']],
    ['readers alone', ['r', 'r'], []],
  ])('of a disk: %s', async (_, accesses, told) => {
    const files = accesses.map((access, at) => {
      const name = 'abc'.charAt(at);
      return [`/etc/xen/${name}.cfg`, domU(name, `disk = [ "/dev/vg0//data,raw,xvda,${access}" ]`)] as const;
    });
    const found = await findingsOf('shared-writable-disk', { ...host, ...Object.fromEntries(files) });
    expect(filesOf(found)).toEqual(told.map((name) => `/etc/xen/${name}.cfg`));
  });
});

describe('where the vif of a domU is', () => {
  const twice = async (rule: string, first: string, second: string, xlConf = ''): Promise<number> => {
    const found = await findingsOf(rule, {
      [mainPath]: management,
      '/etc/xen/xl.conf': xlConf,
      '/etc/xen/a.cfg': domU('a', `vif = [ '${first}' ]`),
      '/etc/xen/b.cfg': domU('b', `vif = [ '${second}' ]`),
    });
    return found.length;
  };
  const bySwitch = 'vif.default.script="vif-openvswitch"\nvif.default.bridge="sw.10"\n';
  const byRouter = 'vif.default.backend="router"\n';

  test.each([
    ['two tags', 'bridge=sw.10', 'bridge=sw.20', bySwitch, 0],
    ['one tag', 'bridge=sw.10', 'bridge=sw.10', bySwitch, 1],
    ['the tag of xl.conf', 'mtu=1500', 'bridge=sw.10', bySwitch, 1],
    ['a tag beside none', 'bridge=sw', 'bridge=sw.10', bySwitch, 0],
    ['VLANs of a bridge that filters', 'bridge=dmz, vlan=10', 'bridge=dmz, vlan=20', '', 0],
    ['one VLAN of it', 'bridge=dmz, vlan=10', 'bridge=dmz, vlan=10', '', 1],
    ['dom0, said in two ways', 'bridge=dmz, backend=0', 'bridge=dmz, backend=Domain-0', '', 1],
    ['dom0, against the default', 'bridge=dmz, backend=0', 'bridge=dmz, backend=0', byRouter, 1],
    ['dom0, which routes, said aloud', 'script=vif-route, backend=0', 'script=vif-route', '', 1],
    ['a driver domain by default', 'bridge=dmz', 'bridge=dmz', byRouter, 0],
    ['a driver domain that routes', 'script=vif-route', 'script=vif-route', byRouter, 0],
  ])('decides whether two may have one address: %s', async (_, first, second, xlConf, times) => {
    const address = ', ip=198.51.100.7';
    expect(await twice('shared-vif-address', `${first}${address}`, `${second}${address}`, xlConf)).toBe(times);
  });

  test.each([
    ['dom0, said in two ways', 'backend=0', 'backend=Domain-0', '', 1],
    ['dom0, against the default', 'backend=0', 'backend=0', byRouter, 1],
    ['a driver domain by default', 'mtu=1500', 'mtu=1500', byRouter, 0],
  ])('decides whether two may have one name: %s', async (_, first, second, xlConf, times) => {
    const name = ', vifname=dmz0';
    expect(await twice('shared-vifname', `${first}${name}`, `${second}${name}`, xlConf)).toBe(times);
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

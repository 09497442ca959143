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

async function check(files: Files, path = mainPath): Promise<readonly Finding[]> {
  const settings = async () => ({ dialect: 'auto' as const, management: [] });
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
    [mainPath]: `${management}${bridge('dmz', 'bridge_ports eth1')}${bridge('lan', 'bridge_ports eth2')}`,
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

describe('unused-bridge', () => {
  const twoBridges = `${management}${bridge('dmz', 'bridge_ports eth1')}${bridge('lan', 'bridge_ports eth2')}`;
  const onLan = domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=lan' ]");

  test('is told where all is known', async () => {
    expect(await findingsOf('unused-bridge', { [mainPath]: twoBridges, '/etc/xen/web.cfg': onLan })).toHaveLength(1);
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

import { describe, expect, test } from 'vitest';
import { pathOf } from '../../../server/src/core/index.ts';
import { bridge, check, domU, filesOf, findingsOf, management } from '../../support/dom0-findings.ts';
import { mainPath } from '../../support/fixture.ts';

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

import { describe, expect, test } from 'vitest';
import type { FileAccess, FileId, LoadSettings, Snapshot } from '../../../server/src/core/index.ts';
import { loadSnapshot, memoryAccess, memoryFile, pathOf } from '../../../server/src/core/index.ts';

const bridges = 'auto br0\niface br0 inet manual\n    bridge_ports none\n';
const domU = (name: string): string => `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ 'bridge=br0' ]\n`;

type Files = Readonly<Record<string, string>>;

async function load(files: Files, path: string, settings: Partial<LoadSettings> = {}): Promise<Snapshot | undefined> {
  return loadSnapshot(memoryAccess(files), memoryFile(path), async () => ({
    dialect: 'auto',
    management: [],
    ...settings,
  }));
}

/** The paths of the dom0's files: its interfaces files, its domUs (those of `xen/auto` with `*`), its xl.conf. */
async function filesOf(files: Files, path: string, settings: Partial<LoadSettings> = {}): Promise<readonly string[]> {
  const dom0 = (await load(files, path, settings))?.dom0;
  return [
    ...(dom0?.host?.files.map(({ file }) => pathOf(file)) ?? []),
    ...(dom0?.domUs.map(({ config, isStartedAtBoot }) => pathOf(config.file) + (isStartedAtBoot ? '*' : '')) ?? []),
    ...(dom0?.xlConf === undefined ? [] : [pathOf(dom0.xlConf.file)]),
  ];
}

const site: Files = {
  '/hosts/a/etc/network/interfaces': bridges,
  '/hosts/a/etc/xen/web.cfg': domU('web'),
  '/hosts/a/etc/xen/mail.cfg': domU('mail'),
  '/hosts/a/etc/xen/xl.conf': 'vif.default.bridge = "br0"\n',
  '/hosts/a/etc/xen/notes.txt': 'not ours',
  '/hosts/b/etc/network/interfaces': bridges,
  '/hosts/b/etc/xen/web.cfg': domU('web'),
};
const ofA = [
  '/hosts/a/etc/network/interfaces',
  '/hosts/a/etc/xen/mail.cfg',
  '/hosts/a/etc/xen/web.cfg',
  '/hosts/a/etc/xen/xl.conf',
];

describe('a dom0 is the same', () => {
  test.each(ofA)('from %s', async (path) => expect(await filesOf(site, path)).toEqual(ofA));

  test('and never mixed with another that has files of equal names', async () => {
    expect(await filesOf(site, '/hosts/b/etc/xen/web.cfg')).toEqual([
      '/hosts/b/etc/network/interfaces',
      '/hosts/b/etc/xen/web.cfg',
    ]);
  });
});

describe('without a telling path', () => {
  const loose: Files = {
    '/role/files/interfaces': bridges,
    '/role/files/web.cfg': domU('web'),
    '/role/files/domains/mail.cfg': domU('mail'),
    '/role/files/haproxy.cfg': 'global\n    daemon\n',
    '/role/files/a/b/deep.cfg': domU('deep'),
    '/role/other/web.cfg': domU('other'),
  };
  const together = ['/role/files/interfaces', '/role/files/domains/mail.cfg', '/role/files/web.cfg'];

  test.each(together)('files pair by folder, from %s', async (path) => {
    expect(await filesOf(loose, path)).toEqual(together);
  });

  test.each(['/role/files/a/b/deep.cfg', '/role/other/web.cfg'])('%s is of no dom0', async (path) => {
    expect(await filesOf(loose, path)).toEqual([path]);
  });
});

test('a folder that a setting names is the root', async () => {
  const files = { '/lab/etc/network/interfaces': bridges, '/lab/etc/xen/web.cfg': domU('web') };
  expect(await filesOf(files, '/lab/etc/xen/web.cfg', { hosts: [memoryFile('/lab')] })).toEqual([
    '/lab/etc/network/interfaces',
    '/lab/etc/xen/web.cfg',
  ]);
});

test('templates, binaries and other texts are no domUs', async () => {
  const files = {
    '/etc/network/interfaces': bridges,
    '/etc/xen/web.cfg': domU('web'),
    '/etc/xen/template.cfg': 'name = "{{ name }}"\nmemory = 1\n',
    '/etc/xen/other.cfg': '[section]\na = 1\n',
  };
  expect(await filesOf(files, '/etc/network/interfaces')).toEqual(['/etc/network/interfaces', '/etc/xen/web.cfg']);
});

describe('links in xen/auto', () => {
  const files = {
    '/etc/network/interfaces': bridges,
    '/etc/xen/web.cfg': domU('web'),
    '/etc/xen/mail.cfg': domU('mail'),
    '/etc/xen/auto/web.cfg': domU('web'),
  };

  function withLink(): FileAccess {
    const access = memoryAccess(files);
    const realPath = async (file: FileId): Promise<FileId> =>
      pathOf(file).includes('/auto/') ? memoryFile('/etc/xen/web.cfg') : file;
    return { ...access, realPath };
  }

  async function domUsFrom(path: string): Promise<readonly string[]> {
    const snapshot = await loadSnapshot(withLink(), memoryFile(path), async () => ({
      dialect: 'auto',
      management: [],
    }));
    return (snapshot?.dom0.domUs ?? []).map(
      ({ config, isStartedAtBoot }) => pathOf(config.file) + (isStartedAtBoot ? '*' : ''),
    );
  }

  test('are the files that they lead to', async () => {
    expect(await domUsFrom('/etc/network/interfaces')).toEqual(['/etc/xen/mail.cfg', '/etc/xen/web.cfg*']);
  });

  test('keep their own address where they are looked at', async () => {
    expect(await domUsFrom('/etc/xen/auto/web.cfg')).toEqual(['/etc/xen/mail.cfg', '/etc/xen/auto/web.cfg*']);
  });
});

test('a CPU pool among the domUs is none of them', async () => {
  const files = {
    '/etc/network/interfaces': bridges,
    '/etc/xen/web.cfg': domU('web'),
    '/etc/xen/pool.cfg': 'name = "pool"\nsched = "credit2"\ncpus = [ "0", "1" ]\n',
  };
  expect(await load(files, '/etc/xen/pool.cfg')).toMatchObject({ config: { kind: 'cpupool' } });
  expect(await filesOf(files, '/etc/network/interfaces')).toEqual(['/etc/network/interfaces', '/etc/xen/web.cfg']);
});

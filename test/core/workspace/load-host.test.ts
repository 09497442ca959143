import { describe, expect, test } from 'vitest';
import type { FileId, HostModel } from '../../../server/src/core/index.ts';
import { loadHostOf, memoryAccess, memoryFile, pathOf } from '../../../server/src/core/index.ts';

type Files = Readonly<Record<string, string>>;

async function load(
  files: Files,
  path = '/etc/network/interfaces',
  settings: { readonly hosts?: readonly FileId[]; readonly language?: 'interfaces' } = {},
): Promise<HostModel | undefined> {
  return loadHostOf(memoryAccess(files), memoryFile(path), async () => ({
    dialect: 'auto',
    management: [],
    ...settings,
  }));
}

async function readFiles(...given: Parameters<typeof load>): Promise<readonly string[]> {
  return (await load(...given))?.files.map(({ file }) => pathOf(file)) ?? [];
}

describe('what a main file includes', () => {
  test('is read in the order of the lines, depth first, each file once', async () => {
    const files = {
      '/etc/network/interfaces': 'source c\nsource a\nsource b a\nsource /etc/network/a\n',
      '/etc/network/a': 'source b\n',
      '/etc/network/b': '',
      '/etc/network/c': '',
    };
    expect(await readFiles(files)).toEqual(['interfaces', 'c', 'a', 'b'].map((name) => `/etc/network/${name}`));
  });

  test('may go in circles', async () => {
    const files = {
      '/etc/network/interfaces': 'source interfaces a\nsource a\n',
      '/etc/network/a': 'source b\nsource a\n',
      '/etc/network/b': 'source interfaces\nsource a\n',
    };
    expect(await readFiles(files)).toEqual(['/etc/network/interfaces', '/etc/network/a', '/etc/network/b']);
  });

  test('is relative to the file that names it', async () => {
    const files = {
      '/etc/network/interfaces': 'source d/a\n',
      '/etc/network/d/a': 'source b\nsource ../c\n',
      '/etc/network/d/b': '',
      '/etc/network/c': '',
    };
    expect(await readFiles(files)).toEqual(['interfaces', 'd/a', 'd/b', 'c'].map((name) => `/etc/network/${name}`));
  });

  test('source reads what matches; source-directory only names without dots and the like', async () => {
    const files = {
      '/etc/network/interfaces': 'source a/*\nsource-directory b\n',
      '/etc/network/a/x.cfg': '',
      '/etc/network/a/x~': '',
      '/etc/network/a/.hidden': '',
      '/etc/network/b/y.cfg': '',
      '/etc/network/b/y~': '',
      '/etc/network/b/.hidden': '',
      '/etc/network/b/z-_Z9': '',
      '/etc/network/b/sub/s': '',
    };
    expect(await readFiles(files)).toEqual(
      ['interfaces', 'a/x.cfg', 'a/x~', 'b/z-_Z9'].map((n) => `/etc/network/${n}`),
    );
    const host = await load(files);
    expect(host?.includes[1]?.skipped.map(pathOf).sort()).toEqual([
      '/etc/network/b/.hidden',
      '/etc/network/b/y.cfg',
      '/etc/network/b/y~',
    ]);
  });

  test('a folder in the place of a file is told as one', async () => {
    const host = await load({ '/etc/network/interfaces': 'source d\nsource d/*\n', '/etc/network/d/sub/x': '' });
    expect(host?.includes.map(({ folders }) => folders.map(pathOf))).toEqual([
      ['/etc/network/d'],
      ['/etc/network/d/sub'],
    ]);
    expect(host?.incomplete).toBe(false);
  });
});

describe('a host is incomplete', () => {
  const isIncomplete = async (text: string, more: Files = {}): Promise<boolean | undefined> =>
    (await load({ '/etc/network/interfaces': text, ...more }))?.incomplete;

  test.each([
    'source missing',
    'source missing/*.cfg',
    'source-directory missing',
    'source $X/a',
    'source ~/a',
    'source /etc/network/interfaces relative',
  ])('by %s', async (line) => {
    expect(await isIncomplete(`${line}\n`)).toBe(true);
  });

  test.each([
    'source /etc/network/interfaces.d/*',
    'source interfaces.d/*',
    'source-directory /etc/network/interfaces.d',
    'source /run/network/interfaces.d/*',
    'source-directory /run/network/interfaces.d',
    'source interfaces.d/* # what else there is',
    // The line fails and reads nothing on any machine.
    'source {a,b}',
    'source $(x)',
  ])('but not by %s', async (line) => {
    expect(await isIncomplete(`${line}\n`)).toBe(false);
  });

  test('when a file that it includes is a template or binary', async () => {
    expect(await isIncomplete('source a\n', { '/etc/network/a': '{% if x %}\nauto y\n{% endif %}\n' })).toBe(true);
    expect(await isIncomplete('source a\n', { '/etc/network/a': 'auto x\n\0\n\0\n' })).toBe(true);
  });
});

describe('the root of a host', () => {
  test.each<[string, string | undefined]>([
    ['/etc/network/interfaces', '/'],
    ['/hosts/alpha/etc/network/interfaces', '/hosts/alpha'],
    ['/etc/network/backup/etc/network/interfaces', '/etc/network/backup'],
    ['/roles/net/files/interfaces', undefined],
  ])('of %s is %s', async (path, root) => {
    const host = await load({ [path]: 'auto lo\n' }, path);
    expect(host?.root && pathOf(host.root)).toBe(root);
  });

  test('is where absolute paths are looked up', async () => {
    const files = {
      '/hosts/alpha/etc/network/interfaces': 'source /etc/network/interfaces.d/*\nsource ../../../../../opt/x\n',
      '/hosts/alpha/etc/network/interfaces.d/a': '',
      '/hosts/alpha/opt/x': '',
      '/etc/network/interfaces.d/b': '',
      '/opt/x': '',
    };
    expect(await readFiles(files, '/hosts/alpha/etc/network/interfaces')).toEqual([
      '/hosts/alpha/etc/network/interfaces',
      '/hosts/alpha/etc/network/interfaces.d/a',
      '/hosts/alpha/opt/x',
    ]);
  });

  test('is not known in a role: /etc/network is the folder of its main file, other paths cannot be found', async () => {
    const files = {
      '/role/interfaces': 'source /etc/network/interfaces.d/*\nsource-directory /etc/network\nsource /opt/x\n',
      '/role/interfaces.d/a': '',
      '/opt/x': '',
    };
    expect(await readFiles(files, '/role/interfaces')).toEqual(['/role/interfaces', '/role/interfaces.d/a']);
    expect((await load(files, '/role/interfaces'))?.incomplete).toBe(true);
  });

  test('is what a setting names, the innermost of several', async () => {
    const files = {
      '/site/alpha/net/interfaces': 'source /opt/x\nsource /etc/network/more\n',
      '/site/alpha/opt/x': '',
      '/site/alpha/net/more': '',
    };
    const hosts = ['/site', '/site/alpha', '/site/alphabet'].map(memoryFile);
    const host = await load(files, '/site/alpha/net/interfaces', { hosts });
    expect(host?.root && pathOf(host.root)).toBe('/site/alpha');
    expect(host?.files.map(({ file }) => pathOf(file))).toEqual(Object.keys(files));
    expect(host?.incomplete).toBe(false);
  });
});

describe('the host of a file', () => {
  const files = {
    '/etc/network/interfaces': 'source interfaces.d/*\n',
    '/etc/network/interfaces.new': 'source interfaces.d/*\nsource extra\n',
    '/etc/network/interfaces.d/a': 'auto a\n',
    '/etc/network/extra': 'auto b\n',
  };

  test.each<[string, string]>([
    ['/etc/network/interfaces', '/etc/network/interfaces'],
    ['/etc/network/interfaces.new', '/etc/network/interfaces.new'],
    ['/etc/network/interfaces.d/a', '/etc/network/interfaces'],
    ['/etc/network/extra', '/etc/network/interfaces.new'],
  ])('%s is that of %s', async (path, main) => {
    const host = await load(files, path);
    expect(host && pathOf(host.main)).toBe(main);
  });

  test('that no main file reads is its own; what else the host has is not known', async () => {
    const host = await load(
      { ...files, '/etc/network/interfaces': '', '/etc/network/interfaces.new': '' },
      '/etc/network/extra',
    );
    expect([host && pathOf(host.main), host?.incomplete]).toEqual(['/etc/network/extra', true]);
  });

  test('of another name, outside /etc/network, is judged as a main file', async () => {
    const host = await load({ '/backup/dom0.txt': 'auto lo\n' }, '/backup/dom0.txt');
    expect([host && pathOf(host.main), host?.incomplete]).toEqual(['/backup/dom0.txt', false]);
  });

  test('beside or below a named root is found upwards', async () => {
    const site = { '/site/a/net/interfaces': 'source parts/more/x\n', '/site/a/net/parts/more/x': 'auto x\n' };
    const host = await load(site, '/site/a/net/parts/more/x', { hosts: [memoryFile('/site/a')] });
    expect(host && pathOf(host.main)).toBe('/site/a/net/interfaces');
  });
});

describe('no host', () => {
  test.each<[string, string]>([
    ['a missing file', '/nowhere'],
    ['a binary file', '/binary/etc/network/interfaces'],
    ['a template', '/template/etc/network/interfaces'],
    ["Shorewall's file of that name", '/etc/shorewall/interfaces'],
  ])('%s', async (_, path) => {
    const files = {
      '/binary/etc/network/interfaces': 'auto lo\0\n\0\n',
      '/template/etc/network/interfaces': 'auto {{ nic }}\n',
      '/etc/shorewall/interfaces': '#ZONE INTERFACE\nnet eth0\n',
    };
    expect(await load(files, path)).toBeUndefined();
  });

  test('unless the user says which language it is', async () => {
    const host = await load({ '/x': 'hello\n' }, '/x', { language: 'interfaces' });
    expect(host?.files).toHaveLength(1);
  });
});

test('what lies beside tells of the dialect and of Xen', async () => {
  const main = { '/etc/network/interfaces': 'auto lo\n' };
  expect((await load({ ...main, '/etc/network/ifupdown2/ifupdown2.conf': '' }))?.dialect).toBe('ifupdown2');
  expect((await load({ ...main, '/etc/alpine-release': '3.20' }))?.dialect).toBe('ifupdown-ng');
  expect((await load({ ...main, '/etc/xen/xl.conf': '' }))?.isXenHost).toBe(true);
  expect((await load(main))?.isXenHost).toBe(false);
});

import { describe, expect, test } from 'vitest';
import type { LoadSettings, Snapshot } from '../../../server/src/core/index.ts';
import { isOurs, loadSnapshot, memoryAccess, memoryFile, pathOf } from '../../../server/src/core/index.ts';

const bridges = 'auto br0\niface br0 inet manual\n    bridge_ports none\n';
const domU = (name: string): string => `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ 'bridge=br0' ]\n`;

type Files = Readonly<Record<string, string>>;

async function load(
  files: Files,
  path: string,
  settings: Partial<LoadSettings> = {},
  links: Files = {},
): Promise<Snapshot | undefined> {
  return loadSnapshot(memoryAccess(files, links), memoryFile(path), async () => ({
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

function startedIn(snapshot: Snapshot | undefined): readonly string[] {
  const started = snapshot?.dom0.domUs.filter(({ isStartedAtBoot }) => isStartedAtBoot) ?? [];
  return started.map(({ config }) => pathOf(config.file));
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
  const together = [
    '/role/files/interfaces',
    '/role/files/a/b/deep.cfg',
    '/role/files/domains/mail.cfg',
    '/role/files/web.cfg',
  ];

  test.each(together)('files pair by folder, from %s', async (path) => {
    expect(await filesOf(loose, path)).toEqual(together);
  });

  test('a file beside their folder is of no dom0', async () => {
    expect(await filesOf(loose, '/role/other/web.cfg')).toEqual(['/role/other/web.cfg']);
  });

  test.each([
    '/interfaces',
    '/x/interfaces',
    '/x/y/network/interfaces',
    '/x/etc/network/interfaces',
    '/x/etc/xen/a.cfg',
  ])('a folder with %s in it is of another host', async (path) => {
    const files = { '/h/interfaces': bridges, '/h/web.cfg': domU('web') };
    const others = {
      [`/h/other${path}`]: path.endsWith('.cfg') ? domU('a') : bridges,
      '/h/other/x/mail.cfg': domU('mail'),
    };
    const own = ['/h/interfaces', '/h/web.cfg'];
    expect(await filesOf({ ...files, ...others }, '/h/interfaces')).toEqual(
      path === '/x/y/network/interfaces' ? [own[0], '/h/other/x/mail.cfg', own[1]] : own,
    );
  });

  test('hidden folders, node_modules and folders far below are not looked into', async () => {
    const far = '/h/1/2/3/4/5/web.cfg';
    const files = {
      '/h/interfaces': bridges,
      '/h/1/2/3/4/web.cfg': domU('web'),
      '/h/.git/web.cfg': domU('hidden'),
      '/h/node_modules/web.cfg': domU('module'),
      [far]: domU('far'),
    };
    const near = ['/h/interfaces', '/h/1/2/3/4/web.cfg'];
    expect(await filesOf(files, '/h/interfaces')).toEqual(near);
    expect(await filesOf(files, '/h/1/2/3/4/web.cfg')).toEqual(near);
    expect(await filesOf(files, far)).toEqual([far]);
    const isIncomplete = async (some: Files) => (await load(some, '/h/interfaces'))?.dom0.isIncomplete;
    expect(await isIncomplete(files)).toBe(true);
    expect(await isIncomplete({ '/h/interfaces': bridges, '/h/1/2/3/4/web.cfg': domU('web') })).toBe(false);
  });

  test('no more than so many folders are looked into', async () => {
    const many = Array.from({ length: 300 }, (_, index) => [`/h/${index}/web.cfg`, domU(`web${index}`)]);
    const snapshot = await load({ '/h/interfaces': bridges, ...Object.fromEntries(many) }, '/h/interfaces');
    expect(snapshot?.dom0.isIncomplete).toBe(true);
    expect(snapshot?.dom0.domUs.length).toBeLessThan(300);
  });

  test.each(['/d/xl.conf', '/d/xen/xl.conf', '/d/guests/xl.conf'])('%s is read', async (conf) => {
    const files = { '/d/interfaces': bridges, '/d/web.cfg': domU('web'), '/d/guests/db.cfg': domU('db') };
    const all = ['/d/interfaces', '/d/guests/db.cfg', '/d/web.cfg', conf];
    expect(await filesOf({ ...files, [conf]: 'vif.default.bridge = "br0"\n' }, '/d/interfaces')).toEqual(all);
    expect(await filesOf({ ...files, [conf]: 'vif.default.bridge = "br0"\n' }, conf)).toEqual(all);
  });

  test('xl.conf is not read where it is one of several, or lies elsewhere', async () => {
    const files = { '/d/interfaces': bridges, '/d/web.cfg': domU('web'), '/d/tools/xl.conf': '' };
    const own = ['/d/interfaces', '/d/web.cfg'];
    expect(await filesOf(files, '/d/interfaces')).toEqual(own);
    expect(await filesOf({ ...files, '/d/xl.conf': '', '/d/xen/xl.conf': '' }, '/d/interfaces')).toEqual(own);
  });
});

describe('a copy of /etc', () => {
  const copy: Files = {
    '/role/files/network/interfaces': bridges,
    '/role/files/xen/web.cfg': domU('web'),
    '/role/files/xen/guests/deep.cfg': domU('deep'),
    '/role/files/xen/auto/mail': domU('mail'),
    '/role/files/xen/xl.conf': 'vif.default.bridge = "br0"\n',
  };
  const together = [
    '/role/files/network/interfaces',
    '/role/files/xen/auto/mail*',
    '/role/files/xen/web.cfg',
    '/role/files/xen/xl.conf',
  ];

  test.each(together)('pairs network/interfaces with xen/, from %s', async (path) => {
    expect(await filesOf(copy, path.replace('*', ''))).toEqual(together);
  });

  test('has links to /etc in it', async () => {
    const links = { '/role/files/xen/auto/web': '/etc/xen/web.cfg', '/role/files/xen/auto/other': '/srv/other.cfg' };
    const snapshot = await load({ ...copy, '/etc/xen/web.cfg': domU('wrong') }, together[0] ?? '', {}, links);
    expect(startedIn(snapshot)).toEqual(['/role/files/xen/auto/mail', '/role/files/xen/web.cfg']);
    expect(snapshot?.dom0.isIncomplete).toBe(true);
  });
});

describe('a host whose only main file is interfaces.new', () => {
  const named = { hosts: [memoryFile('/lab')] };
  test.each<[string, readonly string[], Partial<LoadSettings>]>([
    ['by its path', ['/h/etc/network/interfaces.new', '/h/etc/xen/mail.cfg', '/h/etc/xen/web.cfg'], {}],
    ['in a copy of /etc', ['/role/network/interfaces.new', '/role/xen/mail.cfg', '/role/xen/web.cfg'], {}],
    ['by folder', ['/role/interfaces.new', '/role/a/mail.cfg', '/role/web.cfg'], {}],
    ['where a setting names its folder', ['/lab/net/interfaces.new', '/lab/a/mail.cfg', '/lab/web.cfg'], named],
    ['in /etc of such a folder', ['/lab/etc/network/interfaces.new', '/lab/a/mail.cfg', '/lab/web.cfg'], named],
  ])('is one dom0 with its domUs %s', async (_, [main = '', ...domUs], settings) => {
    const files = { [main]: bridges, ...Object.fromEntries(domUs.map((path) => [path, domU('web')])) };
    for (const path of [main, ...domUs]) expect(await filesOf(files, path, settings)).toEqual([main, ...domUs]);
    // Where there is a file that counts now, the domUs are its own.
    const present = main.replace('.new', '');
    for (const path of [present, ...domUs])
      expect(await filesOf({ ...files, [present]: bridges }, path, settings)).toEqual([present, ...domUs]);
  });

  test('is another one than that of a folder above it', async () => {
    const files: Files = {
      '/role/interfaces': bridges,
      '/role/web.cfg': domU('web'),
      '/role/other/interfaces.new': bridges,
      '/role/other/mail.cfg': domU('mail'),
      '/role/copy/network/interfaces.new': bridges,
      '/role/copy/xen/db.cfg': domU('db'),
    };
    const hosts = [
      ['/role/interfaces', '/role/web.cfg'],
      ['/role/other/interfaces.new', '/role/other/mail.cfg'],
      ['/role/copy/network/interfaces.new', '/role/copy/xen/db.cfg'],
    ];
    for (const host of hosts) for (const path of host) expect(await filesOf(files, path)).toEqual(host);
  });

  test('is the one in /etc of a folder that a setting names, of several', async () => {
    const mains = ['/lab/etc/network/interfaces.new', '/lab/network/interfaces.new'];
    const files = { ...Object.fromEntries(mains.map((path) => [path, bridges])), '/lab/web.cfg': domU('web') };
    const own = [mains[0], '/lab/web.cfg'];
    expect(await filesOf(files, '/lab/web.cfg', named)).toEqual(own);
    expect(await filesOf(files, '/lab/etc/network/interfaces.new', named)).toEqual(own);
    expect(await filesOf(files, '/lab/network/interfaces.new', named)).toEqual([mains[1]]);
  });

  test('has nothing to say where interfaces cannot be read', async () => {
    const files = {
      '/h/etc/network/interfaces': '{% for x in y %}\niface {{ x }}\n{% endfor %}\n',
      '/h/etc/network/interfaces.new': bridges,
      '/h/etc/xen/web.cfg': domU('web'),
    };
    expect(await filesOf(files, '/h/etc/xen/web.cfg')).toEqual(['/h/etc/xen/web.cfg']);
  });
});

describe('a folder that a setting names', () => {
  const named: Files = {
    '/lab/h1/net/interfaces': bridges,
    '/lab/h1/guests/deep/web.cfg': domU('web'),
    '/lab/h1/etc/xen/mail.cfg': domU('mail'),
    '/lab/h1/xen/auto/db': domU('db'),
    '/lab/h1/xen/xl.conf': 'vif.default.bridge = "br0"\n',
    '/lab/h1/other/old.cfg': domU('old'),
    '/lab/web.cfg': domU('web'),
  };
  const settings = { hosts: [memoryFile('/lab/h1'), memoryFile('/lab/h1/other')] };
  const together = [
    '/lab/h1/net/interfaces',
    '/lab/h1/etc/xen/mail.cfg',
    '/lab/h1/guests/deep/web.cfg',
    '/lab/h1/xen/auto/db*',
    '/lab/h1/xen/xl.conf',
  ];

  test.each(together)('is one host with all below it, from %s', async (path) => {
    expect(await filesOf(named, path.replace('*', ''), settings)).toEqual(together);
  });

  test('but for what is of another one named, and for what is beside it', async () => {
    expect(await filesOf(named, '/lab/h1/other/old.cfg', settings)).toEqual(['/lab/h1/other/old.cfg']);
    expect(await filesOf(named, '/lab/web.cfg', settings)).toEqual(['/lab/web.cfg']);
  });

  test('has its domUs with one of several interfaces files', async () => {
    const files = { ...named, '/lab/h1/network/interfaces': bridges };
    expect(await filesOf(files, '/lab/h1/net/interfaces', settings)).toEqual(['/lab/h1/net/interfaces']);
    const [, ...others] = together;
    const all = ['/lab/h1/network/interfaces', ...others];
    expect(await filesOf(files, '/lab/h1/network/interfaces', settings)).toEqual(all);
    expect(await filesOf(files, '/lab/h1/guests/deep/web.cfg', settings)).toEqual(all);
  });

  test('is not looked through where it is all of the machine', async () => {
    const files = { '/etc/network/interfaces': bridges, '/etc/xen/web.cfg': domU('web'), '/home/me/a.cfg': domU('a') };
    expect(await filesOf(files, '/etc/network/interfaces', { hosts: [memoryFile('/')] })).toEqual([
      '/etc/network/interfaces',
      '/etc/xen/web.cfg',
    ]);
  });
});

describe('without interfaces files', () => {
  const files: Files = {
    '/h/etc/xen/web.cfg': domU('web'),
    '/h/etc/xen/auto/mail': domU('mail'),
    '/h/etc/xen/xl.conf': 'vif.default.bridge = "br0"\n',
    '/h/etc/xen/old/db.cfg': domU('db'),
    '/loose/web.cfg': domU('web'),
    '/loose/mail.cfg': domU('mail'),
  };
  const together = ['/h/etc/xen/auto/mail*', '/h/etc/xen/web.cfg', '/h/etc/xen/xl.conf'];

  test.each(together)('etc/xen is one dom0, from %s', async (path) => {
    expect(await filesOf(files, path.replace('*', ''))).toEqual(together);
    expect((await load(files, path.replace('*', '')))?.dom0).toMatchObject({ host: undefined, isIncomplete: false });
  });

  test.each(['/h/etc/xen/old/db.cfg', '/loose/web.cfg'])('%s is judged alone', async (path) => {
    expect(await filesOf(files, path)).toEqual([path]);
  });

  test('interfaces files that are a template leave the domUs together', async () => {
    const template = { ...files, '/h/etc/network/interfaces': '{% for x in y %}\niface {{ x }}\n{% endfor %}\n' };
    expect(await filesOf(template, '/h/etc/xen/web.cfg')).toEqual(together);
  });

  test('a folder that a setting names is one dom0', async () => {
    const both = ['/loose/mail.cfg', '/loose/web.cfg'];
    expect(await filesOf(files, '/loose/web.cfg', { hosts: [memoryFile('/loose')] })).toEqual(both);
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
  const files: Files = {
    '/etc/xen/db.cfg': domU('wrong'),
    '/hosts/a/etc/network/interfaces': bridges,
    '/hosts/a/etc/xen/web.cfg': domU('web'),
    '/hosts/a/etc/xen/mail.cfg': domU('mail'),
    '/hosts/a/etc/xen/db.cfg': domU('db'),
    '/hosts/a/srv/guests/far.conf': domU('far'),
    '/hosts/b/etc/network/interfaces': bridges,
    '/hosts/b/etc/xen/other.cfg': domU('other'),
  };
  const host = '/hosts/a/etc/network/interfaces';
  const auto = (name: string): string => `/hosts/a/etc/xen/auto/${name}`;
  const domUs = async (links: Files, path = host) => {
    const dom0 = (await load(files, path, {}, links))?.dom0;
    return {
      started: dom0?.domUs.filter(({ isStartedAtBoot }) => isStartedAtBoot).map(({ config }) => pathOf(config.file)),
      number: dom0?.domUs.length,
      isIncomplete: dom0?.isIncomplete,
    };
  };

  test.each<[string, string, string]>([
    ['a relative one', '../web.cfg', '/hosts/a/etc/xen/web.cfg'],
    ['an absolute one that leads nowhere on this machine', '/etc/xen/mail.cfg', '/hosts/a/etc/xen/mail.cfg'],
    ['an absolute one to a path that this machine has, too', '/etc/xen/db.cfg', '/hosts/a/etc/xen/db.cfg'],
    ['one with detours', '/srv/../etc//xen/./web.cfg', '/hosts/a/etc/xen/web.cfg'],
  ])('%s is the file of the host', async (_, target, file) => {
    expect(await domUs({ [auto('x')]: target })).toEqual({ started: [file], number: 3, isIncomplete: false });
  });

  test('one to another folder of the host, over another link, adds its file', async () => {
    const links = { [auto('x')]: '/srv/far', '/hosts/a/srv/far': 'guests/far.conf' };
    const far = { started: ['/hosts/a/srv/guests/far.conf'], number: 4, isIncomplete: false };
    expect(await domUs(links)).toEqual(far);
  });

  test.each<[string, string]>([
    ['out of the host', '../../../../b/etc/xen/other.cfg'],
    ['to the path of another host on this machine', '/hosts/b/etc/xen/other.cfg'],
    ['in a circle', 'x'],
  ])('one %s adds nothing, and tells that not all is known', async (_, target) => {
    expect(await domUs({ [auto('x')]: target })).toEqual({ started: [], number: 3, isIncomplete: true });
  });

  test('keep their own address where they are looked at', async () => {
    const links = { [auto('x')]: '../web.cfg' };
    expect(await domUs(links, auto('x'))).toEqual({ started: [auto('x')], number: 3, isIncomplete: false });
  });

  test('that lead to another file on this machine are judged alone when opened, and not looked for', async () => {
    const links = { [auto('x')]: '/etc/xen/db.cfg' };
    expect(await domUs(links, auto('x'))).toEqual({ started: [], number: 1, isIncomplete: true });
    expect(await isOurs(memoryFile(auto('x')), memoryAccess(files, links))).toBe(false);
    for (const target of ['../web.cfg', '../../../../b/etc/xen/other.cfg'])
      expect(await isOurs(memoryFile(auto('x')), memoryAccess(files, { [auto('x')]: target }))).toBe(true);
  });

  test('xl.conf may be one', async () => {
    const links = { '/hosts/a/etc/xen/xl.conf': '/etc/xen/xl.local' };
    const own = { '/hosts/a/etc/xen/xl.local': 'autoballoon = 1\n' };
    for (const more of [own, { ...own, '/etc/xen/xl.local': 'autoballoon = 0\n' }]) {
      const dom0 = (await load({ ...files, ...more }, host, {}, links))?.dom0;
      expect(pathOf(dom0?.xlConf?.file ?? memoryFile('/'))).toBe('/hosts/a/etc/xen/xl.local');
    }
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

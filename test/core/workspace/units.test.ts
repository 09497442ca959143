import { describe, expect, test } from 'vitest';
import type { FileId, LoadSettings } from '../../../server/src/core/index.ts';
import {
  checkSnapshot,
  filesIn,
  formUnits,
  isOurs,
  loadSnapshot,
  mainFilesFirst,
  mayBeOurs,
  memoryAccess,
  memoryFile,
  pathOf,
  rules,
} from '../../../server/src/core/index.ts';

const network = (bridge: string): string => `auto ${bridge}\niface ${bridge} inet manual\n    bridge_ports none\n`;
const domU = (name: string, bridge: string): string =>
  `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ 'mac=00:16:3e:00:00:01,bridge=${bridge}' ]\n`;

type Files = Readonly<Record<string, string>>;

interface Found {
  /** The units' files, by the path of the first. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** The files with a vif on a bridge that their dom0 does not have. */
  readonly unknownBridges: readonly string[];
  /** How many findings there are. */
  readonly findings: number;
}

/** What the files below `/site` make together, as one finds them who looks through that folder. */
async function find(files: Files, settings: Partial<LoadSettings> = {}): Promise<Found> {
  const access = memoryAccess(files);
  const candidates: FileId[] = [];
  for (const file of Object.keys(files).map(memoryFile))
    if (mayBeOurs(pathOf(file)) && (await isOurs(file, access))) candidates.push(file);
  const units = formUnits(access.realPath, (file) => candidates.includes(file));
  const made: Record<string, readonly string[]> = {};
  const unknown = new Set<string>();
  let count = 0;
  for (const group of mainFilesFirst(candidates)) {
    for (const file of group) {
      if (units.isTaken(file) || units.isLeftOut(file)) continue;
      const snapshot = await loadSnapshot(access, file, async () => ({ dialect: 'auto', management: [], ...settings }));
      if (snapshot === undefined) continue;
      const findings = checkSnapshot(snapshot, rules, {}, () => 0);
      for (const unit of await units.take(snapshot)) {
        const [first = '', ...others] = filesIn(unit.snapshot).map((one) => pathOf(one.file));
        made[first] = others;
        const own = findings.filter(({ location }) => [first, ...others].includes(pathOf(location.file)));
        count += own.length;
        for (const { rule, location } of own) if (rule === 'vif-bridge-unknown') unknown.add(pathOf(location.file));
      }
    }
  }
  return { units: made, unknownBridges: [...unknown].sort(), findings: count };
}

describe('where hosts are found', () => {
  test('one dom0, `/etc` itself', async () => {
    const found = await find({
      '/etc/network/interfaces': `source /etc/network/interfaces.d/*\n${network('dmz')}`,
      '/etc/network/interfaces.d/lan': network('lan'),
      '/etc/xen/web.cfg': domU('web', 'dmz'),
      '/etc/xen/mail.cfg': domU('mail', 'wan'),
      '/etc/xen/xl.conf': 'autoballoon = "off"\n',
    });
    expect(found.units).toEqual({
      '/etc/network/interfaces': ['/etc/network/interfaces.d/lan'],
      '/etc/xen/web.cfg': [],
      '/etc/xen/mail.cfg': [],
      '/etc/xen/xl.conf': [],
    });
    expect(found.unknownBridges).toEqual(['/etc/xen/mail.cfg']);
  });

  test('a repository of many, whose names, bridges and MAC addresses never mix', async () => {
    const host = (name: string, bridge: string): Files => ({
      [`/site/hosts/${name}/etc/network/interfaces`]: network(bridge),
      [`/site/hosts/${name}/etc/xen/web.cfg`]: domU('web', 'dmz'),
    });
    const found = await find({ ...host('alpha', 'dmz'), ...host('beta', 'lan'), ...host('rack1/dom0', 'dmz') });
    expect(found.unknownBridges).toEqual(['/site/hosts/beta/etc/xen/web.cfg']);
    // Of the six units none says that it shares something with another.
    const alone = await find(host('alpha', 'dmz'));
    const faulty = await find(host('beta', 'lan'));
    expect(found.findings).toBe(2 * alone.findings + faulty.findings);
  });

  test('what Ansible copies: by host, by group, and the files of a role; templates are nobody’s', async () => {
    const found = await find({
      '/site/files/alpha/etc/network/interfaces': network('dmz'),
      '/site/files/alpha/etc/xen/web.cfg': domU('web', 'lan'),
      '/site/host_files/beta/etc/network/interfaces': network('lan'),
      '/site/host_files/beta/etc/xen/web.cfg': domU('web', 'lan'),
      '/site/roles/dom0/files/interfaces': network('dmz'),
      '/site/roles/dom0/files/web.cfg': domU('web', 'lan'),
      '/site/roles/dom0/files/domus/mail.cfg': domU('mail', 'dmz'),
      '/site/roles/dom0/templates/interfaces.j2': 'auto {{ bridge }}\n',
      '/site/roles/dom0/templates/interfaces': 'auto {{ bridge }}\niface {{ bridge }} inet manual\n',
      '/site/roles/dom0/templates/web.cfg': 'name = "{{ name }}"\nmemory = {{ memory }}\nvif = [ "bridge=x" ]\n',
      '/site/ansible.cfg': '[defaults]\ninventory = hosts\n',
    });
    expect(Object.keys(found.units).filter((path) => path.includes('templates'))).toEqual([]);
    expect(Object.keys(found.units)).toHaveLength(7);
    expect(found.unknownBridges).toEqual(['/site/files/alpha/etc/xen/web.cfg', '/site/roles/dom0/files/web.cfg']);
  });

  test('loose folders: an interfaces file, and what lies beside or below it', async () => {
    const found = await find({
      '/site/alpha/interfaces': network('dmz'),
      '/site/alpha/web.cfg': domU('web', 'lan'),
      '/site/beta/interfaces': network('lan'),
      '/site/beta/xen/web.cfg': domU('web', 'lan'),
      '/site/gamma/web.cfg': domU('web', 'lan'),
    });
    // Of gamma's network nothing is known.
    expect(found.unknownBridges).toEqual(['/site/alpha/web.cfg']);
    expect(Object.keys(found.units)).toHaveLength(5);
  });

  test('files of domUs without interfaces files: those in one etc/xen are one dom0, others are not', async () => {
    const [web, mail] = [domU('web', 'dmz'), domU('mail', 'dmz')];
    const found = async (names: readonly string[]) =>
      (await find(Object.fromEntries(names.map((name, index) => [name, index === 0 ? web : mail])))).findings;
    const loose = await found(['/site/a/web.cfg', '/site/a/mail.cfg']);
    expect(await found(['/site/a/etc/xen/web.cfg', '/site/b/etc/xen/mail.cfg'])).toBe(loose);
    // Their vifs have one MAC address, which is told once.
    expect(await found(['/site/a/etc/xen/web.cfg', '/site/a/etc/xen/mail.cfg'])).toBe(loose + 1);
  });

  test('domUs of one dom0 without interfaces files are taken at once', async () => {
    const files = { '/h/etc/xen/web.cfg': domU('web', 'dmz'), '/h/etc/xen/mail.cfg': domU('mail', 'dmz') };
    const snapshot = await loadSnapshot(memoryAccess(files), memoryFile('/h/etc/xen/web.cfg'), async () => ({
      dialect: 'auto',
      management: [],
    }));
    if (snapshot === undefined) throw new Error('a domU');
    const all = formUnits(memoryAccess(files).realPath, () => true);
    expect((await all.take(snapshot)).map(({ key }) => pathOf(key))).toEqual(Object.keys(files));
    const one = formUnits(memoryAccess(files).realPath, (file) => file === memoryFile('/h/etc/xen/web.cfg'));
    expect((await one.take(snapshot)).map(({ key }) => pathOf(key))).toEqual(['/h/etc/xen/web.cfg']);
  });

  test('folders that a setting names', async () => {
    const files = {
      '/site/rack/one/interfaces': `source /srv/bridges\n${network('dmz')}`,
      '/site/rack/one/srv/bridges': network('lan'),
      '/site/rack/two/interfaces': `source /srv/bridges\n${network('dmz')}`,
    };
    const hosts = ['/site/rack/one', '/site/rack/two'].map(memoryFile);
    expect((await find(files, { hosts })).units).toEqual({
      '/site/rack/one/interfaces': ['/site/rack/one/srv/bridges'],
      '/site/rack/two/interfaces': [],
    });
  });

  test('a file in interfaces.d that a host known whole does not read is left out, one of a host half known is not', async () => {
    const drop = 'auto eth9\n';
    const left = await find({ '/etc/network/interfaces': network('dmz'), '/etc/network/interfaces.d/x': drop });
    expect(left.units).toEqual({ '/etc/network/interfaces': [] });
    const half = await find({
      '/etc/network/interfaces': `source /etc/network/none\n${network('dmz')}`,
      '/etc/network/interfaces.d/x': drop,
    });
    expect(Object.keys(half.units)).toEqual(['/etc/network/interfaces', '/etc/network/interfaces.d/x']);
  });
});

describe('units', () => {
  test('take each file once, under its real path, and give it back', async () => {
    const files = { '/etc/network/interfaces': network('dmz'), '/etc/xen/web.cfg': domU('web', 'dmz') };
    const access = memoryAccess(files);
    const [main, web, link] = ['/etc/network/interfaces', '/etc/xen/web.cfg', '/etc/xen/auto/web'].map(memoryFile);
    if (main === undefined || web === undefined || link === undefined) throw new Error('three files');
    const units = formUnits(
      async (file) => (file === link ? web : file),
      () => true,
    );
    const snapshot = await loadSnapshot(access, main, async () => ({ dialect: 'auto', management: [] }));
    if (snapshot === undefined) throw new Error('a host');
    expect((await units.take(snapshot)).map(({ key }) => key)).toEqual([main, web]);
    expect(await units.untaken([main, web, link])).toEqual([]);
    expect(await units.take(snapshot)).toEqual([]);
    units.giveBack(web);
    expect(await units.untaken([main, web, link])).toEqual([web, link]);
    units.giveBack(main);
    expect(units.isTaken(main)).toBe(false);
  });

  test('tell what a host leaves out until the last host of its folder is given back', async () => {
    const hosts = Array.from({ length: 3 }, (_, index) => `/h${index}/etc/network`);
    const files = Object.fromEntries(
      hosts.flatMap((folder) => ['interfaces', 'interfaces.new'].map((name) => [`${folder}/${name}`, network('dmz')])),
    );
    const access = memoryAccess(files);
    const units = formUnits(access.realPath, () => true);
    const leftOut = () => hosts.filter((folder) => units.isLeftOut(memoryFile(`${folder}/interfaces.d/x`))).length;
    for (const path of Object.keys(files)) {
      const snapshot = await loadSnapshot(access, memoryFile(path), async () => ({ dialect: 'auto', management: [] }));
      if (snapshot !== undefined) await units.take(snapshot);
    }
    expect(leftOut()).toBe(3);
    units.giveBack(memoryFile('/h0/etc/network/interfaces'));
    expect(leftOut()).toBe(3);
    units.giveBack(memoryFile('/h0/etc/network/interfaces'));
    expect(leftOut()).toBe(3);
    units.giveBack(memoryFile('/h0/etc/network/interfaces.new'));
    expect(leftOut()).toBe(2);
  });

  test('tell what hosts leave out as fast for many of them', async () => {
    const files = { '/etc/network/interfaces': network('dmz') };
    const access = memoryAccess(files);
    const settings = async () => ({ dialect: 'auto', management: [] }) as const;
    const one = await loadSnapshot(access, memoryFile('/etc/network/interfaces'), settings);
    if (one?.language !== 'interfaces') throw new Error('a host');
    const units = formUnits(access.realPath, () => true);
    const folders = Array.from({ length: 20_000 }, (_, index) => `/h${index}`);
    for (const folder of folders) {
      const main = memoryFile(`${folder}/interfaces`);
      const files = one.host.files.map((file) => ({ ...file, file: main }));
      await units.take({ ...one, host: { ...one.host, main, files } });
    }
    const start = performance.now();
    expect(folders.every((folder) => units.isLeftOut(memoryFile(`${folder}/interfaces.d/x`)))).toBe(true);
    // To look at all hosts for each takes many seconds.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

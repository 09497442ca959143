import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJson, runCli, temporaryFolder } from '../support/cli.ts';

const guest = 'name = "web"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl refuses a comment that the file ends in. */
const refused = `${guest}# the end`;
const interfaces = 'auto lo\niface lo inet loopback\n';

function pathsOf({ report }: ReturnType<typeof checkJson>): readonly string[] {
  return report.files.map(({ path }) => path);
}

describe('the report for programs', () => {
  test('names language, Xen version and host of each file', () => {
    const folder = temporaryFolder({
      'hosts/alpha/etc/network/interfaces': interfaces,
      'hosts/alpha/etc/xen/web.cfg': guest,
      'hosts/alpha/etc/xen/xl.conf': 'vif.default.bridge = "xenbr0"\n',
      'guests/db.xl': guest,
    });
    const { report, exit } = checkJson(['.'], { cwd: folder });
    expect(report.files).toEqual([
      { path: 'guests/db.xl', language: 'xl', xenVersion: '4.20', host: null },
      {
        path: 'hosts/alpha/etc/network/interfaces',
        language: 'interfaces',
        dialect: 'ifupdown',
        host: 'hosts/alpha',
      },
      { path: 'hosts/alpha/etc/xen/web.cfg', language: 'xl', xenVersion: '4.20', host: 'hosts/alpha' },
      { path: 'hosts/alpha/etc/xen/xl.conf', language: 'xl.conf', xenVersion: '4.20', host: 'hosts/alpha' },
    ]);
    expect(exit).toBe(0);
  });

  test('has a finding where it is, refused, with its fix', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': refused });
    const { report, exit } = checkJson(['etc/xen/web.cfg'], { cwd: folder });
    const end = { line: 4, column: 10, offset: refused.length };
    expect(report.findings).toMatchObject([
      {
        path: 'etc/xen/web.cfg',
        rule: 'comment-without-newline',
        severity: 'error',
        refused: true,
        start: { line: 4, column: 1, offset: guest.length },
        end,
        related: [],
        fixes: [{ safety: 'safe', edits: [{ path: 'etc/xen/web.cfg', start: end, end, text: '\n' }] }],
      },
    ]);
    expect(exit).toBe(1);
  });
});

describe('a host in a repository', () => {
  const web = guest.replace('memory = 512', 'pci = [ "03:00.0" ]');
  const db = web.replace('web', 'db');
  const pciOfDb = { path: 'hosts/a/etc/xen/web.cfg', rule: 'shared-pci-device' };
  const linked = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder(files);
    mkdirSync(join(folder, 'hosts/a/etc/xen/auto'));
    for (const [name, target] of Object.entries(links))
      symlinkSync(target.replace('FOLDER', folder), join(folder, 'hosts/a/etc/xen/auto', name));
    const { report } = checkJson(['.', '--fail-on', 'error'], { cwd: folder });
    const shared = report.findings.filter(({ rule }) => rule.startsWith('shared-'));
    return {
      paths: report.files.map(({ path }) => path),
      shared: shared.map(({ path, rule, severity }) => ({ path, rule, severity })),
    };
  };

  test('starts with itself what absolute links in xen/auto lead to under its own root', () => {
    const files = {
      'hosts/a/etc/network/interfaces': interfaces,
      'hosts/a/etc/xen/web.cfg': web,
      'hosts/a/etc/xen/db.cfg': db,
    };
    const paths = Object.keys(files).sort();
    const auto = { 'web.cfg': '/etc/xen/web.cfg', 'db.cfg': '/etc/xen/db.cfg' };
    expect(linked(files, {})).toEqual({ paths, shared: [{ ...pciOfDb, severity: 'information' }] });
    expect(linked(files, auto)).toEqual({ paths, shared: [{ ...pciOfDb, severity: 'warning' }] });
  });

  test('has nothing of another one, nor of this machine, to which a link leads', () => {
    const files = {
      'hosts/a/etc/network/interfaces': interfaces,
      'hosts/a/etc/xen/web.cfg': web,
      'hosts/b/etc/network/interfaces': interfaces,
      'hosts/b/etc/xen/db.cfg': db,
    };
    const links = { other: '../../../../b/etc/xen/db.cfg', here: 'FOLDER/hosts/b/etc/xen/db.cfg' };
    expect(linked(files, links)).toEqual({ paths: Object.keys(files).sort(), shared: [] });
  });
});

describe('one file of a dom0', () => {
  const network = (ports: string): string =>
    `auto eth0\niface eth0 inet static\n    address 192.0.2.1/24\n    gateway 192.0.2.254\n\nauto br0\niface br0 inet manual\n    bridge_ports ${ports}\n`;
  const onBridge = (name: string, bridge: string): string =>
    `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ 'mac=00:16:3e:00:00:01,bridge=${bridge}' ]\n`;
  const files = {
    'etc/network/interfaces': network('none'),
    'etc/xen/web.cfg': onBridge('web', 'br0'),
    'etc/xen/mail.cfg': onBridge('mail', 'br9'),
  };

  test('has related places and edits in files that are not checked where they are', () => {
    const { report } = checkJson(['etc/xen/web.cfg', '--fail-on', 'error'], { cwd: temporaryFolder(files) });
    expect(report.files.map(({ path }) => path)).toEqual(['etc/xen/web.cfg']);
    const mail = checkJson(['etc/xen/mail.cfg'], { cwd: temporaryFolder(files) }).report;
    const places = [report, mail]
      .flatMap(({ findings }) => findings)
      .flatMap(({ related, fixes }) => [...related, ...fixes.flatMap(({ edits }) => edits)])
      .filter(({ path }) => path === 'etc/network/interfaces' || path === 'etc/xen/mail.cfg');
    expect(new Set(places.map(({ path }) => path))).toEqual(new Set(['etc/network/interfaces', 'etc/xen/mail.cfg']));
    for (const { path, start, end } of places) {
      const text = files[path as keyof typeof files];
      expect(placeIn(text, start.offset)).toEqual(start);
      expect(placeIn(text, end.offset)).toEqual(end);
      expect(start.line).toBeGreaterThan(1);
    }
  });

  test('has them in the report for people, too', () => {
    const { stdout } = runCli(['check', 'etc/xen/web.cfg'], { cwd: temporaryFolder(files) });
    expect(stdout).toMatch(/= etc\/xen\/mail\.cfg:3:\d+: /);
    expect(stdout).not.toMatch(/:1:[1-9]\d+: /);
  });
});

function placeIn(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

describe('a folder', () => {
  test('holds files for xl by their names', () => {
    const names = ['etc/xen/a.cfg', 'xen/auto/b', 'xen/guests/c.hvm', 'd.xl', 'e.xlcfg'];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, refused])));
    const result = checkJson(['.'], { cwd: folder });
    expect(pathsOf(result)).toEqual(names.toSorted());
    expect(result.report.findings).toHaveLength(names.length);
  });

  test('holds other .cfg and .conf files that say what xl reads', () => {
    const folder = temporaryFolder({
      'guests/web.cfg': guest,
      'guests/db.conf': guest,
      'guests/notes': guest,
      'setup.cfg': '[metadata]\nname = web\n',
      'mail.conf': 'name = web\nport = 25\n',
      'node_modules/a.cfg': guest,
      '.hidden/a.cfg': guest,
    });
    expect(pathsOf(checkJson(['.'], { cwd: folder }))).toEqual(['guests/db.conf', 'guests/web.cfg']);
  });

  test('counts a file once, under its own name, though xen/auto links to it', () => {
    const folder = temporaryFolder({
      'etc/xen/web.cfg': refused,
      'etc/xen/auto/real': refused.replace('web', 'real'),
      'store/db.cfg': guest.replace('web', 'db'),
    });
    symlinkSync('../web.cfg', join(folder, 'etc/xen/auto/web.cfg'));
    symlinkSync('../../../store/db.cfg', join(folder, 'etc/xen/auto/db.cfg'));
    const all = checkJson(['.'], { cwd: folder });
    expect(pathsOf(all)).toEqual(['etc/xen/auto/real', 'etc/xen/web.cfg', 'store/db.cfg']);
    expect(all.report.findings.map(({ path }) => path)).toEqual(['etc/xen/auto/real', 'etc/xen/web.cfg']);
    expect(pathsOf(checkJson(['etc/xen/auto'], { cwd: folder }))).toEqual([
      'etc/xen/auto/db.cfg',
      'etc/xen/auto/real',
      'etc/xen/auto/web.cfg',
    ]);
  });

  test.each([
    ['.', ['etc/xen/db.cfg', 'etc/xen/web.cfg']],
    ['etc/xen', ['etc/xen/db.cfg', 'etc/xen/web.cfg']],
    ['etc/xen/auto', ['etc/xen/auto/db.cfg', 'etc/xen/auto/web.cfg']],
  ])('%s of a dom0 with its network has each file and each finding once', (path, expected) => {
    const folder = temporaryFolder({
      'etc/network/interfaces': interfaces,
      'etc/xen/web.cfg': refused,
      'etc/xen/db.cfg': refused.replace('web', 'db'),
      'etc/xen/auto/.keep': '',
    });
    for (const name of ['web.cfg', 'db.cfg']) symlinkSync(`../${name}`, join(folder, 'etc/xen/auto', name));
    const { report } = checkJson([path], { cwd: folder });
    expect(report.findings.map((finding) => [finding.path, finding.rule])).toEqual(
      expected.map((file) => [file, 'comment-without-newline']),
    );
    expect(report.files.map((file) => file.path).filter((file) => file.includes('xen'))).toEqual(expected);
  });

  test('a template and a binary file under a telling name are named', () => {
    const folder = temporaryFolder({
      'etc/xen/a.cfg': '{% if x %}\nname = "a"\n{% endif %}\n',
      'etc/xen/b.cfg': 'name = "a"\0\nmemory = 1\0\n',
    });
    const { report, exit, stderr } = checkJson(['.'], { cwd: folder });
    expect(report).toMatchObject({ files: [], findings: [], errors: [{ path: 'etc/xen/b.cfg' }] });
    expect(stderr).toContain('etc/xen/a.cfg: Not checked: it is a template');
    expect(exit).toBe(2);
  });
});

describe('--language', () => {
  test('xl takes a file for one of xl, whatever it says', () => {
    const folder = temporaryFolder({ 'notes.txt': 'hello # the end' });
    expect(pathsOf(checkJson(['notes.txt'], { cwd: folder }))).toEqual([]);
    const { report } = checkJson(['--language', 'xl', 'notes.txt'], { cwd: folder });
    expect(report.files).toMatchObject([{ path: 'notes.txt', language: 'xl' }]);
    expect(report.findings.some((finding) => finding.refused)).toBe(true);
  });

  test('goes over the name, either way', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': guest, 'etc/network/interfaces': interfaces });
    const languages = (given: readonly string[]) =>
      checkJson(given, { cwd: folder }).report.files.map(({ language }) => language);
    expect(languages(['--language', 'interfaces', 'etc/xen/web.cfg'])).toEqual(['interfaces']);
    expect(languages(['--language', 'xl', 'etc/network/interfaces'])).toEqual(['xl']);
  });
});

describe('the Xen version', () => {
  test('is that of .bridgewise.json, and --xen-version goes over it', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': guest, '.bridgewise.json': '{"xenVersion": "4.17"}' });
    const version = (...given: readonly string[]) =>
      checkJson(['.', ...given], { cwd: folder }).report.files.map(({ xenVersion }) => xenVersion);
    expect(version()).toEqual(['4.17']);
    expect(version('--xen-version', '4.19')).toEqual(['4.19']);
  });

  test('in .bridgewise.json that is none is an error with its place', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': guest, '.bridgewise.json': '{"xenVersion": "new"}' });
    const { report, exit } = checkJson(['.'], { cwd: folder });
    expect(report.errors).toEqual([
      { path: '.bridgewise.json', message: '1:16: A version of Xen is written as "4.17".' },
    ]);
    expect(exit).toBe(2);
  });
});

describe('--stdin', () => {
  test.each(['etc/xen/web.cfg', 'web.cfg', 'web'])('stands for %s, which need not be there', (name) => {
    const result = checkJson(['--stdin', '--filename', name], { cwd: temporaryFolder(), input: guest });
    expect(result.report.files).toMatchObject([{ path: name, language: 'xl' }]);
  });
});

describe('--fix', () => {
  test('mends what xl refuses', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': refused });
    expect(checkJson(['--fix', '.'], { cwd: folder })).toMatchObject({ exit: 0, report: { findings: [] } });
    expect(readFileSync(join(folder, 'etc/xen/web.cfg'), 'utf8')).toBe(`${refused}\n`);
  });

  test('takes away the byte order mark and the CRs, for which xl refuses a file', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': `\uFEFF${guest.replaceAll('\n', '\r\n')}# für 😀\r\n` });
    expect(checkJson(['--fix', '.'], { cwd: folder })).toMatchObject({ exit: 0, report: { findings: [] } });
    expect(readFileSync(join(folder, 'etc/xen/web.cfg'), 'utf8')).toBe(`${guest}# für 😀\n`);
  });

  test('leaves them where the user does not want them reported', () => {
    const text = `\uFEFF${guest.replaceAll('\n', '\r\n')}# the end`;
    const folder = temporaryFolder({
      'etc/xen/web.cfg': text,
      '.bridgewise.json': '{"rules": {"xl-byte-order-mark": "off", "carriage-return": "off"}}',
    });
    checkJson(['--fix', '.'], { cwd: folder });
    expect(readFileSync(join(folder, 'etc/xen/web.cfg'), 'utf8')).toBe(`${text}\r\n`);
  });

  test('mends the file that a link leads to, which stays a link', () => {
    const folder = temporaryFolder({ 'etc/xen/web.cfg': refused, 'etc/xen/auto/.keep': '' });
    symlinkSync('../web.cfg', join(folder, 'etc/xen/auto/web.cfg'));
    checkJson(['--fix', 'etc/xen/auto/web.cfg'], { cwd: folder });
    expect(lstatSync(join(folder, 'etc/xen/auto/web.cfg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'etc/xen/web.cfg'), 'utf8')).toBe(`${refused}\n`);
  });
});

test('the report for people counts hosts and files for xl apart', () => {
  const folder = temporaryFolder({ 'etc/xen/web.cfg': refused, 'etc/network/interfaces': interfaces });
  const { stdout } = runCli(['check', '.'], { cwd: folder });
  expect(stdout).toContain('etc/xen/web.cfg:4:1: error: ');
  expect(stdout).toContain('1 finding (1 error) in 1 file of 1 host and 1 xl file. --fix mends 1 of them.\n');
});

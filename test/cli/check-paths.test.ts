import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJson, runCli, temporaryFolder } from '../support/cli.ts';

const good = 'auto lo\niface lo inet loopback\n';
/** Refused, whatever else there is. */
const refused = 'iface eth0 inet manual\n    up\n';
const bad = 'auto br0\niface br0 inet manual\n    bridge_stp off\n';

function pathsOf({ report }: ReturnType<typeof checkJson>): readonly string[] {
  return report.files.map(({ path }) => path);
}

describe('a folder', () => {
  test('holds hosts by their canonical paths, and what they source is read too', () => {
    const folder = temporaryFolder({
      'hosts/alpha/etc/network/interfaces': 'source /etc/network/interfaces.d/*\nsource ../../opt/more\n',
      'hosts/alpha/etc/network/interfaces.d/br0': bad,
      'hosts/alpha/opt/more': good,
      'hosts/beta/etc/network/interfaces': good,
      'hosts/beta/etc/network/interfaces.new': good,
    });
    const { report, exit } = checkJson(['.'], { cwd: folder });
    expect(report.files).toEqual(
      [
        ['hosts/alpha/etc/network/interfaces', 'hosts/alpha'],
        ['hosts/alpha/etc/network/interfaces.d/br0', 'hosts/alpha'],
        ['hosts/alpha/opt/more', 'hosts/alpha'],
        ['hosts/beta/etc/network/interfaces', 'hosts/beta'],
        ['hosts/beta/etc/network/interfaces.new', 'hosts/beta'],
      ].map(([path, host]) => ({ path, language: 'interfaces', dialect: 'ifupdown', host })),
    );
    expect(report.findings.map(({ path, rule }) => [path, rule])).toEqual([
      ['hosts/alpha/etc/network/interfaces.d/br0', 'bridge-without-ports'],
    ]);
    expect(exit).toBe(1);
  });

  test.each(['.', 'etc', 'etc/network', 'etc/network/../network', 'etc/network/interfaces.d'])(
    '%s of a dom0',
    (path) => {
      const folder = temporaryFolder({
        'etc/network/interfaces': 'source interfaces.d/*\n',
        'etc/network/interfaces.d/br0': bad,
      });
      const result = checkJson([path], { cwd: folder });
      expect(pathsOf(result)).toEqual(['etc/network/interfaces', 'etc/network/interfaces.d/br0']);
      expect(result.report.files[0]?.host).toBe('.');
    },
  );

  test('a bare interfaces file counts when its first word is one of the language', () => {
    const folder = temporaryFolder({
      'role/files/interfaces': `# ours\n\n${bad}`,
      'shorewall/interfaces': '#ZONE INTERFACE OPTIONS\nnet eth0 dhcp,tcpflags\n',
      'empty/other.txt': good,
    });
    const result = checkJson(['.'], { cwd: folder });
    expect(result.report.files).toEqual([
      { path: 'role/files/interfaces', language: 'interfaces', dialect: 'ifupdown', host: null },
    ]);
  });

  test('node_modules, hidden folders and links to folders are passed over', () => {
    const folder = temporaryFolder({
      'node_modules/a/etc/network/interfaces': bad,
      '.git/etc/network/interfaces': bad,
      'real/etc/network/interfaces': good,
    });
    symlinkSync('..', join(folder, 'real/up'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('real', join(folder, 'link'));
    expect(pathsOf(checkJson(['.'], { cwd: folder }))).toEqual(['real/etc/network/interfaces']);
    expect(pathsOf(checkJson(['link'], { cwd: folder }))).toEqual(['link/etc/network/interfaces']);
  });

  test('a file in interfaces.d that its host does not read is no file of ifupdown', () => {
    const folder = temporaryFolder({
      'a/etc/network/interfaces': 'source-directory interfaces.d\n',
      'a/etc/network/interfaces.d/README.txt': 'Put your files here.\n',
      'b/etc/network/interfaces.d/alone': refused,
    });
    const result = checkJson(['.'], { cwd: folder });
    expect(pathsOf(result)).toEqual(['a/etc/network/interfaces', 'b/etc/network/interfaces.d/alone']);
    expect(result.report.findings).toHaveLength(1);
  });

  test('without any interfaces file is said on standard error, and is no fault', () => {
    const folder = temporaryFolder({ 'sub/readme.txt': good });
    const { exit, stdout, stderr } = runCli(['check', 'sub'], { cwd: folder });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'Nothing was checked.\n' });
    expect(stderr).toBe('bridgewise: No interfaces files and no files for xl found under sub.\n');
  });
});

describe('a file', () => {
  test('stands for its host, also when it is a sourced one', () => {
    const folder = temporaryFolder({
      'etc/network/interfaces': 'source interfaces.d/*\n',
      'etc/network/interfaces.d/br0': bad,
      'etc/network/interfaces.d/br1': bad.replaceAll('br0', 'br1'),
    });
    const result = checkJson(['etc/network/interfaces.d/br1'], { cwd: folder });
    expect(pathsOf(result)).toHaveLength(3);
    expect(result.report.findings.map(({ path }) => path)).toEqual([
      'etc/network/interfaces.d/br0',
      'etc/network/interfaces.d/br1',
    ]);
  });

  test('may be named twice, by a link, from outside and by its absolute path', () => {
    const folder = temporaryFolder({ 'dom0/etc/network/interfaces': bad });
    symlinkSync('interfaces', join(folder, 'dom0/etc/network/same'));
    mkdirSync(join(folder, 'elsewhere'));
    const path = '../dom0/etc/network/interfaces';
    const given = [path, join(folder, 'dom0/etc/network/interfaces'), '../dom0', '../dom0/etc/network/same'];
    const { report, exit } = checkJson(given, { cwd: join(folder, 'elsewhere') });
    expect(report.files).toEqual([{ path, language: 'interfaces', dialect: 'ifupdown', host: '../dom0' }]);
    expect(report.findings.map((finding) => finding.path)).toEqual([path]);
    expect(exit).toBe(1);
  });

  test('of another kind is not checked unless --language says so', () => {
    const folder = temporaryFolder({
      'notes.txt': 'hello world\n',
      'interfaces.j2': '{% for x in y %}\nauto {{ x }}\n',
    });
    const plain = checkJson(['notes.txt', 'interfaces.j2'], { cwd: folder });
    expect(plain).toMatchObject({ exit: 0, report: { files: [], findings: [], errors: [] } });
    expect(plain.stderr).toContain('bridgewise: notes.txt: Not checked: neither its name nor what it says tells of');
    expect(plain.stderr).toContain('bridgewise: interfaces.j2: Not checked: it is a template');
    expect(pathsOf(checkJson(['--language', 'interfaces', 'notes.txt'], { cwd: folder }))).toEqual(['notes.txt']);
  });
});

describe('what cannot be read gives exit code 2, and the rest is checked', () => {
  const files = { 'good/etc/network/interfaces': good, 'bad/etc/network/interfaces': bad };

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['a missing path', {}, 'There is no such file or folder.'],
    ['a path below a file', { x: 'auto lo\n' }, 'A part of the path is no folder.'],
    ['a binary file', { 'x/interfaces': 'auto lo\n\0\n\0\n' }, 'It is binary: NUL bytes stand on more than one line.'],
    ['a file over 5 MB', { 'x/interfaces': Buffer.alloc(5_300_000, 'auto lo\n') }, 'It is larger than 5 MB.'],
  ])('%s', (_, more, message) => {
    const folder = temporaryFolder({ ...files, ...more });
    const { report, exit, stderr } = checkJson(['good', 'x/interfaces', 'bad'], { cwd: folder });
    expect(report.errors).toEqual([{ path: 'x/interfaces', message }]);
    expect(stderr).toBe(`bridgewise: x/interfaces: ${message}\n`);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['bridge-without-ports']);
    expect(report.files).toHaveLength(2);
    expect(exit).toBe(2);
  });

  test('a sourced one, and a canonical one in a folder', () => {
    const folder = temporaryFolder({
      'a/etc/network/interfaces': `${refused}source more\n`,
      'a/etc/network/more': 'auto x\n\0\n\0\n',
      'b/etc/network/interfaces': '\0\n\0\n',
    });
    const { report, exit } = checkJson(['.'], { cwd: folder });
    expect(report.errors.map(({ path }) => path)).toEqual(['a/etc/network/more', 'b/etc/network/interfaces']);
    expect(report.findings).toHaveLength(1);
    expect(exit).toBe(2);
  });

  test('a template under a folder is named, not passed over in silence', () => {
    const folder = temporaryFolder({ 'd/etc/network/interfaces': '{% for x in y %}\nauto {{ x }}\n{% endfor %}\n' });
    const { exit, stderr } = runCli(['check', 'd'], { cwd: folder });
    expect(exit).toBe(0);
    expect(stderr).toContain('d/etc/network/interfaces: Not checked: it is a template');
    expect(stderr).not.toContain('No interfaces files');
  });

  test('a folder in the place of a file', () => {
    const folder = temporaryFolder({ 'etc/network/interfaces/x': '' });
    expect(runCli(['check', 'etc/network/interfaces'], { cwd: folder })).toMatchObject({ exit: 0 });
    expect(runCli(['check', 'etc'], { cwd: folder }).stderr).toContain('No interfaces files and no files for xl found');
  });

  test('a lone NUL is no sign of a binary file', () => {
    const folder = temporaryFolder({ 'etc/network/interfaces': `auto lo\0\n${good}` });
    expect(checkJson(['.'], { cwd: folder }).report).toMatchObject({ errors: [], files: [{}] });
  });
});

test('.bridgewise.json sets dialect, rules, management and hosts; the command line goes over it', () => {
  const folder = temporaryFolder({
    '.bridgewise.json':
      '{ "dialect": "ifupdown2", "hosts": ["alpha"], // comment\n "rules": { "bridge-without-ports": "hint" } }',
    'alpha/net/interfaces': `source /opt/more\n${bad}`,
    'alpha/opt/more': good,
  });
  const { report, exit } = checkJson(['alpha'], { cwd: folder });
  expect(report.files).toEqual(
    ['alpha/net/interfaces', 'alpha/opt/more'].map((path) => ({
      path,
      language: 'interfaces',
      dialect: 'ifupdown2',
      host: 'alpha',
    })),
  );
  expect(report.findings.map(({ severity }) => severity)).toEqual(['hint']);
  expect(exit).toBe(0);
  const over = checkJson(['alpha', '--dialect', 'ifupdown'], { cwd: folder });
  expect(over.report.files.map(({ dialect }) => dialect)).toEqual(['ifupdown', 'ifupdown']);
});

test('what is wrong in .bridgewise.json is an error with its place', () => {
  const folder = temporaryFolder({
    '.bridgewise.json': '{\n  "dialct": "ifupdown2"\n}',
    'etc/network/interfaces': good,
  });
  const { report, exit } = checkJson(['.'], { cwd: folder });
  expect(report.errors).toEqual([
    { path: '.bridgewise.json', message: '2:3: There is no setting "dialct". Did you mean "dialect"?' },
  ]);
  expect(exit).toBe(2);
});

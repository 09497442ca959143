import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkJson, runCli, temporaryFolder } from '../support/cli.ts';

const path = 'etc/network/interfaces';
const stanza = 'auto eth0\niface eth0 inet manual\n';
/** The fix of a method that is only written in capitals is safe. */
const unmended = stanza.replace('manual', 'MANUAL');

test('applies safe fixes and reports what is left', () => {
  const folder = temporaryFolder({ [path]: `${unmended}\nauto br0\niface br0 inet manual\n  bridge_stp off\n` });
  const { exit, stdout } = runCli(['check', '--fix', '.'], { cwd: folder });
  expect(readFileSync(join(folder, path), 'utf8')).toBe(
    `${stanza}\nauto br0\niface br0 inet manual\n  bridge_stp off\n`,
  );
  expect(stdout).toContain(`Mended ${path}.\n`);
  expect(stdout).toContain(`${path}:5:7: error:`);
  expect(stdout).not.toContain('unknown-method');
  expect(exit).toBe(1);
});

test('without --fix nothing is written', () => {
  const folder = temporaryFolder({ [path]: unmended });
  const { stdout } = runCli(['check', '.'], { cwd: folder });
  expect(stdout).toContain('--fix mends 1 of them.');
  expect(readFileSync(join(folder, path), 'utf8')).toBe(unmended);
});

test('several fixes in one file all apply', () => {
  const folder = temporaryFolder({ [path]: `${unmended}${unmended.replaceAll('eth0', 'eth1')}` });
  expect(checkJson(['--fix', '.'], { cwd: folder })).toMatchObject({ exit: 0, report: { findings: [] } });
  expect(readFileSync(join(folder, path), 'utf8')).toBe(`${stanza}${stanza.replaceAll('eth0', 'eth1')}`);
});

test('keeps mode, owner, line ends, and bytes that no fix is about', () => {
  const text = `# für 😀\r\n${unmended.replaceAll('\n', '\r\n')}\t \r\n# no end`;
  const folder = temporaryFolder({ [path]: text });
  const file = join(folder, path);
  chmodSync(file, 0o640);
  const before = statSync(file);
  expect(runCli(['check', '--fix', '.'], { cwd: folder }).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(text.replace('MANUAL', 'manual'));
  const { mode, uid, gid } = statSync(file);
  expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
});

test('keeps a byte order mark that the user does not want reported', () => {
  const folder = temporaryFolder({
    [path]: `\uFEFF\n${unmended}`,
    '.bridgewise.json': '{"rules": {"byte-order-mark": "off"}}',
  });
  runCli(['check', '--fix', '.'], { cwd: folder });
  expect(readFileSync(join(folder, path), 'utf8')).toBe(`\uFEFF\n${stanza}`);
});

test('changes only files named by PATH', () => {
  const files = {
    [path]: `source interfaces.d/*\n${unmended}`,
    'etc/network/interfaces.d/a': unmended.replaceAll('eth0', 'eth1'),
    'etc/network/interfaces.d/b': unmended.replaceAll('eth0', 'eth2'),
  };
  const folder = temporaryFolder(files);
  const { report } = checkJson(['--fix', 'etc/network/interfaces.d/a'], { cwd: folder });
  expect(readFileSync(join(folder, 'etc/network/interfaces.d/a'), 'utf8')).toBe(stanza.replaceAll('eth0', 'eth1'));
  for (const other of [path, 'etc/network/interfaces.d/b'] as const) {
    expect(readFileSync(join(folder, other), 'utf8')).toBe(files[other]);
  }
  expect(report.findings.map((finding) => finding.path)).toEqual([path, 'etc/network/interfaces.d/b']);
});

test('does not leave the folders named by PATH through a link', () => {
  const folder = temporaryFolder({ 'outside/common': unmended, 'dom0/etc/network/interfaces': 'source common\n' });
  symlinkSync('../../../outside/common', join(folder, 'dom0/etc/network/common'));
  runCli(['check', '--fix', 'dom0'], { cwd: folder });
  expect(readFileSync(join(folder, 'outside/common'), 'utf8')).toBe(unmended);
});

test('a link that is named itself stays a link', () => {
  const folder = temporaryFolder({ 'real/interfaces': unmended });
  symlinkSync('real/interfaces', join(folder, 'link'));
  runCli(['check', '--fix', 'link'], { cwd: folder });
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real/interfaces'), 'utf8')).toBe(stanza);
});

test('a file that is not in UTF-8 is reported and left alone; the others are mended', () => {
  const latin = Buffer.concat([Buffer.from('# f\xfcr\n', 'latin1'), Buffer.from(unmended)]);
  const folder = temporaryFolder({ 'a/etc/network/interfaces': latin, 'b/etc/network/interfaces': unmended });
  const { report, exit } = checkJson(['--fix', '.'], { cwd: folder });
  expect(report.errors).toEqual([
    { path: 'a/etc/network/interfaces', message: expect.stringContaining('Not mended. It is not in UTF-8') as string },
  ]);
  expect(readFileSync(join(folder, 'a/etc/network/interfaces'))).toEqual(latin);
  expect(readFileSync(join(folder, 'b/etc/network/interfaces'), 'utf8')).toBe(stanza);
  expect(exit).toBe(2);
});

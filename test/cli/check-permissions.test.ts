import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { CLI, temporaryFolder } from '../support/cli.ts';

const path = 'etc/network/interfaces';
const unmended = 'auto lo\niface lo inet LOOPBACK\n';
/** A user who owns nothing here. */
const nobody = 65534;

/** Root may read and write everything, so the command runs as somebody else, which root alone can arrange. */
describe.skipIf(process.getuid?.() !== 0)('as a user without rights: needs root', () => {
  const runAsNobody = (folder: string, ...given: readonly string[]) => {
    chmodSync(folder, 0o755);
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...given], {
      cwd: folder,
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
    });
    return { exit: status, stdout, stderr };
  };

  test('a file that may not be read is an error; the rest is checked', () => {
    const folder = temporaryFolder({
      'a/etc/network/interfaces': 'auto lo\n',
      [`b/${path}`]: 'iface eth0 inet dhcp\n up\n',
    });
    chmodSync(join(folder, 'a/etc/network/interfaces'), 0o600);
    const { exit, stdout, stderr } = runAsNobody(folder, '.');
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: 'bridgewise: a/etc/network/interfaces: Permission denied.\n' });
    expect(stdout).toContain('[option-without-value]');
  });

  test('a folder that may not be read is an error', () => {
    const folder = temporaryFolder({ [path]: 'auto lo\n' });
    chmodSync(join(folder, 'etc'), 0o700);
    expect(runAsNobody(folder, 'etc')).toMatchObject({ exit: 2, stderr: 'bridgewise: etc: Permission denied.\n' });
  });

  test.each([
    'etc/xen',
    'etc/network',
    'etc/network/interfaces.d',
    'etc/xen/auto',
    'role/xen/auto',
    'role/network/interfaces.d',
  ])('a folder below that may not be read is an error where it is called %s', (name) => {
    const folder = temporaryFolder({ [`h/${path}`]: 'auto lo\n', [`h/${name}/web`]: '', 'h/other/file': '' });
    for (const each of [name, 'other']) chmodSync(join(folder, 'h', each), 0o700);
    const { exit, stderr } = runAsNobody(folder, 'h', 'h');
    const [first, ...others] = stderr.split('\n');
    expect({ exit, first }).toEqual({ exit: 2, first: `bridgewise: h/${name}: Permission denied.` });
    expect(others.join('')).not.toContain('denied');
  });

  test('folders below that may not be read are told in the order of their paths', () => {
    const folder = temporaryFolder({ 'b/etc/xen/auto/x': '', 'a/etc/network/x': '', 'a/etc/xen/x': '' });
    for (const each of ['b/etc/xen/auto', 'a/etc/network', 'a/etc/xen']) chmodSync(join(folder, each), 0o700);
    const { stderr } = runAsNobody(folder, 'b', 'a');
    expect(stderr.match(/[^ ]+(?=: Permission denied)/g)).toEqual(['a/etc/network', 'a/etc/xen', 'b/etc/xen/auto']);
  });

  test('--fix leaves a file alone that may not be written', () => {
    const folder = temporaryFolder({ [path]: unmended });
    const { exit, stderr } = runAsNobody(folder, '--fix', '.');
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: `bridgewise: ${path}: Not mended. Permission denied.\n` });
    expect(readFileSync(join(folder, path), 'utf8')).toBe(unmended);
  });

  test('--fix leaves a file alone whose owner would change', () => {
    const folder = temporaryFolder({ [path]: unmended });
    chmodSync(join(folder, path), 0o666);
    chownSync(join(folder, 'etc/network'), nobody, nobody);
    const { exit, stderr } = runAsNobody(folder, '--fix', '.');
    expect(exit).toBe(2);
    expect(stderr).toContain('Not mended. It belongs to another user or group, which would change.');
    expect(readFileSync(join(folder, path), 'utf8')).toBe(unmended);
  });
});

test.skipIf(process.getuid?.() !== 0)('--fix by root keeps the owner: needs root', () => {
  const folder = temporaryFolder({ [path]: unmended });
  chownSync(join(folder, path), nobody, nobody);
  const { status } = spawnSync(process.execPath, [CLI, 'check', '--fix', '.'], { cwd: folder });
  const owner = spawnSync('stat', ['-c', '%u:%g', path], { cwd: folder, encoding: 'utf8' }).stdout.trim();
  expect([status, owner]).toEqual([0, `${nobody}:${nobody}`]);
  expect(readFileSync(join(folder, path), 'utf8')).not.toContain('LOOPBACK');
});

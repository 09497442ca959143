import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findTargets } from '../../server/src/cli/find-files.ts';
import { nodeFileAccess } from '../../server/src/node/file-access.ts';
import { searchFolders } from '../../server/src/node/search-folders.ts';
import { checkJson, runCli, temporaryFolder } from '../support/cli.ts';

const good = 'auto lo\niface lo inet loopback\n';
const main = 'etc/network/interfaces';

function checkedPaths(given: readonly string[], cwd: string): readonly string[] {
  return checkJson(given, { cwd }).report.files.map(({ path }) => path);
}

describe('what .gitignore files name', () => {
  const files = {
    '.gitignore': '/old/\n*.cfg\n!mail.cfg\nBuilt\n',
    [`old/${main}`]: good,
    [`new/${main}`]: good,
    [`new/built/${main}`]: good,
    [`new/Built/${main}`]: good,
    'new/etc/xen/web.cfg': 'name = "web"\n',
    'new/etc/xen/mail.cfg': 'name = "mail"\n',
    'site/.gitignore': '/*\n!/kept\n!old\n',
    [`site/kept/${main}`]: good,
    [`site/other/${main}`]: good,
    [`site/old/${main}`]: good,
  };

  test('is passed over, and the nearest one that speaks of a path decides', () => {
    const cwd = temporaryFolder(files);
    const expected = [`new/built/${main}`, 'new/etc/network/interfaces', 'new/etc/xen/mail.cfg'];
    expect(checkedPaths(['.'], cwd)).toEqual([...expected, `site/kept/${main}`, `site/old/${main}`]);
  });

  test('is looked at by --no-ignore', () => {
    const cwd = temporaryFolder(files);
    expect(checkedPaths(['--no-ignore', '.'], cwd)).toEqual(
      Object.keys(files)
        .filter((path) => !path.endsWith('.gitignore'))
        .sort(),
    );
  });

  test('is checked when it is named, a file or a folder', () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', ...files });
    expect(checkedPaths([`old/${main}`], cwd)).toEqual([`old/${main}`]);
    expect(checkedPaths(['old'], cwd)).toEqual([`old/${main}`]);
    expect(checkedPaths(['old/etc'], cwd)).toEqual([`old/${main}`]);
  });

  test('counts from the root of the repository on, and not above it', () => {
    const site = { 'new/etc/xen/web.cfg': 'name = "web"\n' };
    const inside = temporaryFolder({ '.git/HEAD': '', '.gitignore': '*.cfg\n', ...site });
    expect(checkedPaths(['new'], inside)).toEqual([]);
    const outside = temporaryFolder({ '.gitignore': '*.cfg\n', ...site });
    expect(checkedPaths(['new'], outside)).toEqual(['new/etc/xen/web.cfg']);
    mkdirSync(join(inside, 'new/.git'));
    expect(checkedPaths(['new'], inside)).toEqual(['new/etc/xen/web.cfg']);
  });

  test('is told where nothing else is there', () => {
    const cwd = temporaryFolder({ '.gitignore': 'etc\n', [main]: good });
    const { exit, stderr } = runCli(['check', '.'], { cwd });
    expect(exit).toBe(0);
    expect(stderr).toBe(
      'bridgewise: No interfaces files and no files for xl found under ..\n' +
        'bridgewise: What .gitignore files name was passed over; --no-ignore looks there, too.\n',
    );
  });

  test('is what git takes it for', () => {
    const paths = Object.keys(files).filter((path) => !path.endsWith('.gitignore'));
    const cwd = temporaryFolder(files);
    execFileSync('git', ['init', '-q'], { cwd });
    const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard'], { cwd, encoding: 'utf8' });
    const byGit = listed.split('\n').filter((path) => paths.includes(path));
    expect(byGit.length).toBeGreaterThan(2);
    expect(checkedPaths(['.'], cwd)).toEqual(byGit.sort());
  });
});

describe('a search', () => {
  test('ends at its limit and says so; what was found is there', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`deep/and/deeper/still/${index}.txt`, '']),
    );
    const folder = temporaryFolder({ ...files, [main]: good, [`deep/and/deeper/still/below/${main}`]: good });
    const whole = await findTargets([folder], nodeFileAccess, { limit: 100 });
    expect(whole).toMatchObject({ errors: [], found: [{}, {}].map(() => expect.stringContaining(main)) });
    const { found, errors } = await findTargets([folder], nodeFileAccess, { limit: 20 });
    expect(found).toEqual([expect.stringMatching(/[^w]\/etc\/network\/interfaces$/)]);
    expect(errors.map(({ message }) => message)).toEqual([
      'More than 20 files and folders lie here, and the rest was not searched. Name the folders that matter.',
    ]);
  });

  test('passes over links that lead nowhere or through a file', () => {
    const cwd = temporaryFolder({ [main]: good });
    symlinkSync('gone', join(cwd, 'etc/gone.cfg'));
    symlinkSync('network/interfaces/below', join(cwd, 'etc/below.cfg'));
    symlinkSync('loop.cfg', join(cwd, 'etc/loop.cfg'));
    expect(checkJson(['.'], { cwd })).toMatchObject({ exit: 0, report: { files: [{ path: main }], errors: [] } });
  });

  test('passes over a .gitignore that is a link in a circle', async () => {
    const folder = temporaryFolder({ [main]: good });
    symlinkSync('.gitignore', join(folder, '.gitignore'));
    symlinkSync('.gitignore', join(folder, 'etc/.gitignore'));
    const { found } = await findTargets([folder], nodeFileAccess);
    expect(found).toEqual([expect.stringContaining(main)]);
  });

  test('does not hide a fault of its own', async () => {
    const folder = temporaryFolder({ [main]: good });
    const options = {
      followsIgnoreFiles: true,
      get limit(): number {
        throw new TypeError('no number');
      },
    };
    await expect(searchFolders([folder], options)).rejects.toThrow('no number');
  });

  test('of many folders warns of nothing', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `host${index}`);
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [`${name}/${main}`, good])));
    const warnings: Error[] = [];
    const keep = (warning: Error) => warnings.push(warning);
    process.on('warning', keep);
    onTestFinished(() => void process.off('warning', keep));
    const { found } = await findTargets(
      names.map((name) => join(folder, name)),
      nodeFileAccess,
    );
    expect(found).toHaveLength(12);
    expect(warnings).toEqual([]);
  });

  test('ends at its limit over all folders named', async () => {
    const folder = temporaryFolder({ [`a/${main}`]: good, [`b/${main}`]: good, [`c/${main}`]: good });
    const names = ['a', 'b', 'c'].map((name) => join(folder, name));
    const { found, errors } = await findTargets(names, nodeFileAccess, { limit: 4 });
    expect([found.length, errors.length]).toEqual([1, 1]);
  });

  test('finds a file once, whatever folders are named', async () => {
    const folder = temporaryFolder({ [main]: good });
    const { found } = await findTargets([folder, join(folder, 'etc'), `${folder}/`], nodeFileAccess);
    expect(found).toHaveLength(1);
  });

  test.runIf(process.platform === 'linux')('never goes to where the kernel makes files', async () => {
    const { found } = await findTargets(['/proc', '/sys/kernel'], nodeFileAccess, { limit: 1 });
    expect(found).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('passes over a folder below that may not be read: needs root', () => {
    const cwd = temporaryFolder({ [main]: good, 'secret/interfaces': good });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'secret'), 0o700);
    writeFileSync(join(cwd, 'secret/web.cfg'), '');
    const asNobody = `process.setgid(65534); process.setuid(65534); process.argv.splice(1, 1); require(process.argv[1])`;
    const script = join(cwd, 'as-nobody.cjs');
    writeFileSync(script, asNobody);
    const cli = join(import.meta.dirname, '../../dist/cli.js');
    const output = execFileSync(process.execPath, [script, cli, 'check', '.'], { cwd, encoding: 'utf8' });
    expect(output).toContain('in 1 file of 1 host');
  });
});

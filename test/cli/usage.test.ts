import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rulePages } from '../../server/src/core/index.ts';
import { CLI, runCli, temporaryFolder } from '../support/cli.ts';
import { ROOT } from '../support/project-files.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

test('--version names the program and its version', () => {
  expect(runCli(['--version'])).toEqual({ exit: 0, stdout: `bridgewise ${version}\n`, stderr: '' });
});

test.each([[['--help']], [['-h']], [['check', '--help']], [['check', '.', '-h']], [['explain', '--help']]])(
  '%j shows the help',
  (given) => {
    const { exit, stdout, stderr } = runCli(given);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    for (const word of ['check', 'explain', 'lsp', '--fail-on', '--xen-version', '--filename', '--fix'])
      expect(stdout).toContain(word);
  },
);

test.each<[readonly string[], string]>([
  [[], 'A command is missing.'],
  [['chek'], 'There is no command chek. Did you mean check?'],
  [['--colour'], "Unknown option '--colour'."],
  [['check'], 'check needs at least one PATH.'],
  [['check', ''], 'The empty text names no file.'],
  [['check', '--formt', 'json', '.'], "Unknown option '--formt'. Did you mean --format?"],
  [['check', '--format', 'yaml', '.'], '--format takes text, json; not "yaml".'],
  [['check', '--fail-on', 'info', '.'], '--fail-on takes error, warning, information, hint; not "info".'],
  [['check', '--dialect', 'netplan', '.'], '--dialect takes auto, ifupdown, ifupdown2, ifupdown-ng; not "netplan".'],
  [['check', '--language', 'yaml', '.'], '--language takes interfaces, xl; not "yaml".'],
  [['check', '--xen-version', '4', '.'], '--xen-version takes a series of Xen, such as 4.20; not "4".'],
  [['check', '--stdin'], '--stdin needs --filename NAME'],
  [['check', '--stdin', '--filename', 'interfaces', 'other'], '--stdin checks no PATH'],
  [['check', '--filename', 'interfaces', 'other'], '--filename goes with --stdin only.'],
  [['check', '--stdin', '--filename', 'interfaces', '--fix'], '--fix changes files'],
  [['check', '--fix=yes', '.'], "Option '--fix' does not take an argument"],
  [['explain'], 'explain takes the name of one rule.'],
  [['explain', 'a', 'b'], 'explain takes the name of one rule.'],
  [['explain', 'bridge-without-port'], 'There is no rule "bridge-without-port". Did you mean bridge-without-ports?'],
  [['lsp'], 'lsp needs --stdio'],
])('%j is bad usage', (given, message) => {
  const { exit, stdout, stderr } = runCli(given, { cwd: temporaryFolder() });
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(`bridgewise: ${message}`);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a path that begins with a hyphen stands behind --', () => {
  const folder = temporaryFolder({ '-x/etc/network/interfaces': 'auto lo\niface lo inet loopback\n' });
  expect(runCli(['check', '--', '-x'], { cwd: folder })).toMatchObject({ exit: 0, stderr: '' });
});

test('explain prints the page of a rule', () => {
  const { exit, stdout, stderr } = runCli(['explain', 'vlan-id-out-of-range']);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const explained = '\n\nBelow a line, `^^^` marks the words that are found; `<^` means the whole line.';
  expect(stdout).toContain(`## Example${explained}\n`);
  expect(stdout.replace(explained, '')).toBe(rulePages['vlan-id-out-of-range']);
});

test('explain leaves out what the fences of a page say to its tests', () => {
  expect(rulePages['unknown-method']).toMatch(/^```interfaces of=3$/m);
  const { stdout } = runCli(['explain', 'unknown-method']);
  expect(stdout.match(/^```.+$/gm)).toEqual(stdout.match(/^```interfaces$/gm));
});

test('a fault of the program itself is one line, without a stack, and exit code 3', () => {
  const folder = temporaryFolder({
    'break.cjs': "Array.prototype.toSorted = () => { throw new Error('broken\\non purpose'); };\n",
    'etc/network/interfaces': 'auto lo\n',
  });
  const { exit, stderr } = runCli(['check', '.'], { cwd: folder, env: { NODE_OPTIONS: '--require ./break.cjs' } });
  expect({ exit, stderr }).toEqual({ exit: 3, stderr: 'bridgewise: internal error: Error: broken on purpose\n' });
});

test.skipIf(!existsSync('/dev/full'))('output that finds no room is told in one line', () => {
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  const { status, stderr } = spawnSync(process.execPath, [CLI, '--help'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^bridgewise: The output cannot be written: ENOSPC.*\n$/);
});

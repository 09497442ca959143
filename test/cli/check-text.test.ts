import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CLI, runCli, temporaryFolder } from '../support/cli.ts';

const path = 'etc/network/interfaces';
const bad = 'auto br0\niface br0 inet manual\n\tbridge_stp off\n';

test('a finding is one line, its source line with carets, related places, fixes; the summary is last', () => {
  const { exit, stdout, stderr } = runCli(['check', '.'], { cwd: temporaryFolder({ [path]: bad }) });
  expect(stdout).toMatchInlineSnapshot(`
    "etc/network/interfaces:2:7: error: br0 has \`bridge_stp\`, but no \`bridge_ports\`: bridge-utils makes no bridge of it, says nothing, and ifup exits with 0. [bridge-without-ports]
        2 | iface br0 inet manual
          |       ^^^
        = etc/network/interfaces:3:2: This option has no effect.
        = fix (unsafe): Add \`bridge_ports none\`
    1 finding (1 error) in 1 file of 1 host.
    "
  `);
  expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
});

test('nothing found', () => {
  const { exit, stdout } = runCli(['check', '.'], {
    cwd: temporaryFolder({ [path]: 'auto lo\niface lo inet loopback\n' }),
  });
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'No findings in 1 file of 1 host.\n' });
});

test('a tab is one column in the frame, and control characters do not reach the terminal', () => {
  const text = '\tauto br0\niface\tbr0 inet manual \x1b[31m\n\tbridge_stp off\n';
  const { stdout } = runCli(['check', '.'], { cwd: temporaryFolder({ [path]: text }) });
  expect(stdout).not.toContain('\x1b');
  const [, source = '', carets = ''] = stdout.split('\n');
  expect(source).toContain('| iface br0 inet manual \uFFFD[31m');
  expect(source.indexOf('br0')).toBe(carets.indexOf('^'));
});

test('of a long line a part is shown', () => {
  const padding = ' '.repeat(3000);
  const text = `auto br0\niface ${padding} br0 inet manual ${padding}\nbridge_stp off\n`;
  const { stdout } = runCli(['check', '.'], { cwd: temporaryFolder({ [path]: text }) });
  const [, source = '', carets = ''] = stdout.split('\n');
  expect(source.length).toBeLessThan(200);
  expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('br0');
});

/** util-linux' script gives a program a terminal. */
const terminal = '/usr/bin/script';

describe.skipIf(process.platform !== 'linux' || !existsSync(terminal))('on a terminal', () => {
  const runOnTerminal = (env: Record<string, string>): string => {
    const command = `'${process.execPath}' '${CLI}' check .`;
    return spawnSync(terminal, ['-qec', command, '/dev/null'], {
      cwd: temporaryFolder({ [path]: bad }),
      env: { ...process.env, NO_COLOR: '', TERM: 'xterm', ...env },
      encoding: 'utf8',
    }).stdout;
  };

  test('the severity is coloured', () => {
    const output = runOnTerminal({});
    expect(output).toContain('\x1b[31m');
    expect(stripVTControlCharacters(output)).toContain(`${path}:2:7: error: br0`);
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('unless %j', (env) => {
    expect(runOnTerminal(env)).not.toContain('\x1b');
  });
});

test('there are no colours in a pipe', () => {
  const { stdout } = runCli(['check', '.'], { cwd: temporaryFolder({ [path]: bad }) });
  expect(stdout).not.toContain('\x1b');
});

test('when nobody reads on, it ends without a word', async () => {
  const many = `iface eth0 inet manual\n${'  up\n'.repeat(5000)}`;
  const child = spawn(process.execPath, [CLI, 'check', '.'], { cwd: temporaryFolder({ [path]: many }) });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await once(child, 'close');
  expect(stderr).toBe('');
});

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canEmbed } from '../../scripts/embedded-vscode/install.mjs';
import { runningProcesses } from '../../scripts/lib/processes.mjs';
import { findChromium } from '../../scripts/lib/programs.mjs';
import { ROOT } from '../support/project-files.ts';

/** Temporary folders of the runs of this file go there, so that what is left behind is seen. */
let temporary: string;
let npm: ChildProcess | undefined;

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'bridgewise-start-test-'));
});

afterEach(() => {
  // A test that failed half-way; one that passed has left nothing.
  if (npm?.pid !== undefined && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, 'SIGKILL');
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** `npm start`, in a group of its own, as a terminal does it. */
function npmStart(env: NodeJS.ProcessEnv, ...path: string[]) {
  const started = spawn('npm', ['start', '--', ...path], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: temporary, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  npm = started;
  let output = '';
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = (data: Buffer) => {
        output += data.toString();
        const [found] = pattern.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      };
      started.stdout.on('data', look);
      started.stderr.on('data', look);
      started.on('exit', () => reject(new Error(output)));
    });
  return { started, said, group: -(started.pid ?? 0) };
}

/** What runs with this test's temporary folder in its command line. */
function leftRunning(): string[] {
  return runningProcesses()
    .map(({ command }) => command)
    .filter((command) => command.includes(temporary));
}

async function expectNothingLeft(): Promise<void> {
  await expect.poll(leftRunning, { timeout: 15_000 }).toEqual([]);
  await expect.poll(() => readdirSync(temporary), { timeout: 15_000 }).toEqual([]);
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?tkn=\w+&folder=\S+/;

describe.skipIf(!canEmbed() || !findChromium())('npm start without a desktop', { timeout: 120_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  });

  afterAll(() => browser.close());

  test('serves the examples with their findings, to who has the token', async () => {
    const { started, said, group } = npmStart({ BRIDGEWISE_VSCODE: 'embedded' });
    const address = await said(ADDRESS);
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForSelector('.squiggly-error', { timeout: 60_000 });
    expect(await page.title()).toContain('interfaces');
    expect((await fetch(new URL('/', address))).status).toBe(403);
    await page.close();
    process.kill(group, 'SIGINT');
    await once(started, 'exit');
    await expectNothingLeft();
  });

  test.each([
    ['npm is asked to end', (npmPid: number) => process.kill(npmPid, 'SIGTERM')],
    ['npm is killed', (npmPid: number) => process.kill(npmPid, 'SIGKILL')],
    ['everything of it is killed', (npmPid: number) => process.kill(-npmPid, 'SIGKILL')],
  ])('leaves nothing when %s', async (_how, end) => {
    const { started, said } = npmStart({ BRIDGEWISE_VSCODE: 'embedded' });
    await said(ADDRESS);
    end(started.pid ?? 0);
    await expectNothingLeft();
  });
});

test.skipIf(process.platform === 'win32')(
  'npm start with a desktop VS Code gives it a profile of its own',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bridgewise-desktop-'));
    try {
      const program = join(folder, 'code');
      // As VS Code's command does it: the editor is a process of its own, and the command waits for it.
      writeFileSync(
        program,
        `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/arguments\nsetsid ${process.execPath} -e 'setTimeout(() => {}, 60000)' -- "$@" &\nwait\n`,
      );
      chmodSync(program, 0o755);
      const { started, said, group } = npmStart({ BRIDGEWISE_VSCODE: program }, 'examples');
      await said(/press Ctrl-C/);
      await expect.poll(() => existsSync(join(folder, 'arguments'))).toBe(true);
      await expect.poll(leftRunning).not.toEqual([]);
      const given = readFileSync(join(folder, 'arguments'), 'utf8').trimEnd().split('\n');
      expect(given).toContain('--wait');
      expect(given[given.indexOf('--user-data-dir') + 1]).toContain(temporary);
      expect(given[given.indexOf('--extensions-dir') + 1]).toContain(temporary);
      expect(given).toContain(`--extensionDevelopmentPath=${ROOT}`);
      expect(given.at(-1)).toBe(join(ROOT, 'examples'));
      process.kill(group, 'SIGINT');
      await once(started, 'exit');
      await expectNothingLeft();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

test('npm start with a path that is not there says so', async () => {
  const { started, said } = npmStart({}, 'not/there');
  const [message, [code]] = await Promise.all([said(/no such file or folder/), once(started, 'exit')]);
  expect(message).toBeTruthy();
  expect(code).toBe(2);
});

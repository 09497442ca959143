import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { packagePath } from './packages.ts';

let folder: string;
const FAULTY = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-tarball-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  // No registry: the package has no dependencies.
  const npm = runIn(folder, 'npm', ['install', '--offline', '--no-audit', '--no-fund', packagePath('.tgz')]);
  expect(npm.output, npm.output).toMatch(/added 1 package/);
  mkdirSync(join(folder, 'etc/network'), { recursive: true });
  writeFileSync(join(folder, 'etc/network/interfaces'), FAULTY);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runIn(cwd: string, program: string, programArguments: readonly string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const { status, stdout, stderr, error } = spawnSync(program, programArguments, { cwd, env, encoding: 'utf8' });
  if (error) throw error;
  return { status, output: stdout + stderr, stdout };
}

function bridgewise(...bridgewiseArguments: string[]) {
  return runIn(folder, join(folder, 'node_modules/.bin/bridgewise'), bridgewiseArguments);
}

test('brings no other package', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['bridgewise']);
});

test('checks files', () => {
  const { status, stdout } = bridgewise('check', '.');
  expect(stdout).toContain('bridge-without-ports');
  expect(status).toBe(1);
});

test('explains rules', () => {
  const { status, stdout } = bridgewise('explain', 'bridge-without-ports');
  expect(stdout).toContain('bridge_ports');
  expect(status).toBe(0);
});

test('serves an editor', async () => {
  const server = spawn(join(folder, 'node_modules/.bin/bridgewise'), ['lsp', '--stdio'], { cwd: folder });
  onTestFinished(() => void server.kill());
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
  expect(await connection.sendRequest('initialize', initialize)).toMatchObject({
    capabilities: { hoverProvider: true },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('shutdown');
  const ended = once(server, 'exit');
  await connection.sendNotification('exit');
  expect(await ended).toEqual([0, null]);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

function runIn(cwd: string, program: string, programArguments: readonly string[], input = '') {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const { status, stdout, stderr, error } = spawnSync(program, programArguments, { cwd, env, input, encoding: 'utf8' });
  if (error) throw error;
  return { status, output: stdout + stderr, stdout };
}

function bridgewise(bridgewiseArguments: readonly string[], input = '') {
  return runIn(folder, join(folder, 'node_modules/.bin/bridgewise'), bridgewiseArguments, input);
}

test('brings no other package', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['bridgewise']);
});

test('checks files', () => {
  const { status, stdout } = bridgewise(['check', '.']);
  expect(stdout).toContain('bridge-without-ports');
  expect(status).toBe(1);
});

test('explains rules', () => {
  const { status, stdout } = bridgewise(['explain', 'bridge-without-ports']);
  expect(stdout).toContain('bridge_ports');
  expect(status).toBe(0);
});

test('serves an editor', () => {
  const messages = [
    { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { jsonrpc: '2.0', method: 'initialized', params: {} },
    { jsonrpc: '2.0', id: 2, method: 'shutdown' },
    { jsonrpc: '2.0', method: 'exit' },
  ].map((message) => JSON.stringify(message));
  const input = messages.map((text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`).join('');
  const { status, stdout } = bridgewise(['lsp', '--stdio'], input);
  expect(stdout).toContain('"hoverProvider":true');
  expect(status).toBe(0);
});

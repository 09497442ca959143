#!/usr/bin/env node
// Stands in for the program of a desktop VS Code under @vscode/test-electron: takes the same arguments, runs VS Code's
// server and workbench in a headless Chromium, and exits with 0 (the tests passed), 1, or 130 (interrupted).
//
// BRIDGEWISE_VSCODE_TIMEOUT  seconds without a word of the tests until the run is given up, default 120
// BRIDGEWISE_PICTURES        folder for pictures, default out/pictures
// BRIDGEWISE_VERBOSE         print VS Code's own log too
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installEmbedded } from '../../../scripts/embedded-vscode/install.mjs';
import { serverCommand, startServer } from '../../../scripts/embedded-vscode/server.mjs';
import { printFailure, StepError } from '../../../scripts/lib/failures.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { findChromium } from '../../../scripts/lib/programs.mjs';
import { readArguments } from './arguments.mjs';
import { listen } from './channel.mjs';
import { Outcome } from './outcome.mjs';
import { openWorkbench, operations } from './workbench.mjs';

const TIMEOUT_SECONDS = Number(process.env['BRIDGEWISE_VSCODE_TIMEOUT'] ?? 120);
const PICTURES = process.env['BRIDGEWISE_PICTURES'] ?? join(ROOT, 'out/pictures');
const TEST_MODULE = fileURLToPath(new URL('test-module.cjs', import.meta.url));

const request = readArguments(process.argv.slice(2));
process.exitCode = await main().catch((error) => {
  printFailure(error);
  return 1;
});
// Nothing may keep the process alive now: sockets of a browser that is gone, for one.
process.exit();

/** @returns {Promise<number>} the exit code */
async function main() {
  const vscode = await installEmbedded((line) => console.error(line));
  if (request.command) {
    const passedOn = process.argv.slice(2).filter((argument) => argument !== '--no-sandbox');
    const { program, programArguments, env } = serverCommand(vscode, passedOn);
    return spawnSync(program, programArguments, { stdio: 'inherit', env }).status ?? 1;
  }
  if (request.tests === undefined) {
    throw new StepError('vscode-embed: only test runs (--extensionTestsPath) and commands such as --list-extensions');
  }
  const chromium = findChromium();
  if (!chromium) throw new StepError('vscode-embed: no Chromium', 'Install it, or name it with BRIDGEWISE_CHROMIUM.');
  const temporary = mkdtempSync(join(tmpdir(), 'bridgewise-vscode-'));
  try {
    return await runTests(vscode, request.tests, chromium, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {import('../../../scripts/embedded-vscode/install.mjs').EmbeddedVsCode} vscode
 * @param {string} tests
 * @param {string} chromium
 * @param {string} temporary
 * @returns {Promise<number>} the exit code
 */
async function runTests(vscode, tests, chromium, temporary) {
  const outcome = new Outcome({ web: request.web, seconds: TIMEOUT_SECONDS });
  const socket = join(temporary, 'tests.sock');
  /** @type {ReturnType<typeof operations>} */
  let pageOperations = {};
  await listen(socket, {
    onHeard: () => outcome.heard(),
    onRequest: async (name, operands) => {
      const operation = pageOperations[name];
      if (!operation) throw new Error(`the page has no operation ${name}`);
      return operation(...operands);
    },
    onResult: (code) => outcome.fromTests(code),
    onLost: () => outcome.fail('the extension host ended before the tests did'),
  });
  const server = await startServer(vscode, {
    temporary,
    userData: request.userData ?? join(temporary, 'user'),
    extensions: request.extensionsDirectory ?? join(temporary, 'extensions'),
    trustAll: request.trustAll,
    env: { BRIDGEWISE_EMBED_SOCKET: socket, BRIDGEWISE_EMBED_TESTS: tests },
  });
  try {
    server.ended.then((code) => outcome.fail(`VS Code's server ended (${code}):\n${server.log()}`));
    const workbench = await openWorkbench({
      chromium,
      profile: join(temporary, 'chromium'),
      server,
      request,
      testModule: request.web ? tests : TEST_MODULE,
      onLog: () => outcome.heard(),
      onExit: (code) => outcome.fromWorkbench(code),
      onLost: (reason) => outcome.fail(reason),
    });
    try {
      pageOperations = operations(workbench.page, PICTURES);
      const code = await outcome.settled;
      if (code === 1) await keepEvidence(pageOperations, server);
      return code;
    } finally {
      await Promise.race([workbench.close(), delay(5000, undefined, { ref: false })]);
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {ReturnType<typeof operations>} pageOperations
 * @param {import('../../../scripts/embedded-vscode/server.mjs').Server} server
 */
async function keepEvidence(pageOperations, server) {
  try {
    console.error(`vscode-embed: a picture of the end is in ${await pageOperations['screenshot']?.('failed')}`);
    if (process.env['BRIDGEWISE_VERBOSE']) console.error(server.log());
  } catch {
    // The page is gone; what was printed must do.
  }
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StepError } from '../lib/failures.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} temporary a folder of its own: sockets, logs and state go there, and when this process dies without
 *   a word, the server removes it
 * @property {string} userData VS Code's --user-data-dir
 * @property {string} extensions VS Code's --extensions-dir
 * @property {boolean} trustAll whether every folder is trusted without a question (no Restricted Mode)
 * @property {number} [port] default: a free one
 * @property {NodeJS.ProcessEnv} [env] added to the environment, which the extension host inherits
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} token the connection token: who has it can open the workbench, and run programs in its terminal
 * @property {(query: Record<string, string>) => string} address the workbench's address, with the token
 * @property {Promise<number | null>} ended resolves with the exit code when the server ends, for whatever reason
 * @property {() => string} log the end of what it printed
 * @property {() => Promise<void>} stop ends the server and all that it started
 */

/** So long the server may take to answer for the first time; it takes 0.3 s on an idle machine. */
const START_SECONDS = 60;

/** The arguments of `--install-extension` and the like, and of the server alike. */
const ALWAYS = ['--accept-server-license-terms', '--disable-telemetry'];

/** Set in a terminal of VS Code or by code-server, they would make the server another one's part. */
const NOT_INHERITED = [
  'CODE_SERVER_PARENT_PID',
  'ELECTRON_RUN_AS_NODE',
  'VSCODE_CWD',
  'VSCODE_IPC_HOOK',
  'VSCODE_IPC_HOOK_CLI',
  'VSCODE_PID',
];

/** @param {NodeJS.ProcessEnv} [added] */
function environment(added) {
  const env = { ...process.env, ...added };
  for (const name of NOT_INHERITED) delete env[name];
  // No marketplace, so no request leaves the machine.
  env['EXTENSIONS_GALLERY'] = '{}';
  return env;
}

/**
 * The command line of VS Code's server for one that does not serve: `--install-extension FILE`, `--list-extensions` …
 *
 * @param {import('./install.mjs').EmbeddedVsCode} vscode
 * @param {readonly string[]} serverArguments
 */
export function serverCommand(vscode, serverArguments) {
  return {
    program: vscode.node,
    programArguments: [join(vscode.server, 'out/server-main.js'), ...ALWAYS, ...serverArguments],
    env: environment(),
  };
}

/**
 * Starts the server on 127.0.0.1 and waits until it answers.
 *
 * @param {import('./install.mjs').EmbeddedVsCode} vscode
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(vscode, options) {
  const port = options.port ?? (await freePort());
  const token = randomBytes(16).toString('hex');
  await Promise.all([options.userData, options.extensions].map((path) => mkdir(path, { recursive: true })));
  const logFile = join(options.temporary, 'server.log');
  const child = spawnServer(vscode, options, port, token, logFile);
  const ended = once(child, 'exit').then(([code]) => code);
  const server = {
    port,
    token,
    address: (/** @type {Record<string, string>} */ query) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, ...query })}`,
    ended,
    log: () => readFileSync(logFile, 'utf8').slice(-4000),
    stop: () => stop(child, ended),
  };
  if (!(await answers(port, ended))) {
    await server.stop();
    throw new StepError(
      `${server.log()}\nVS Code's server did not start within ${START_SECONDS} s; it said the above.`,
    );
  }
  return server;
}

/**
 * @param {import('./install.mjs').EmbeddedVsCode} vscode
 * @param {ServerOptions} options
 * @param {number} port
 * @param {string} token
 * @param {string} logFile
 */
function spawnServer(vscode, options, port, token, logFile) {
  const log = openSync(logFile, 'w');
  try {
    return spawn(
      vscode.node,
      [
        ...['--require', fileURLToPath(new URL('end-with-parent.cjs', import.meta.url))],
        join(vscode.server, 'out/server-main.js'),
        ...ALWAYS,
        ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
        ...(options.trustAll ? ['--disable-workspace-trust'] : []),
        ...['--user-data-dir', options.userData],
        ...['--server-data-dir', join(options.temporary, 'server')],
        ...['--extensions-dir', options.extensions],
      ],
      {
        stdio: ['ignore', log, log],
        // A group of its own: ended as one, with the extension hosts and terminals in it.
        detached: true,
        env: environment({
          ...options.env,
          // Its sockets would be left in /tmp.
          XDG_RUNTIME_DIR: options.temporary,
          BRIDGEWISE_PARENT: String(process.pid),
          BRIDGEWISE_TEMPORARY: options.temporary,
        }),
      },
    );
  } finally {
    closeSync(log);
  }
}

/**
 * @param {number} port
 * @param {Promise<unknown>} ended
 */
async function answers(port, ended) {
  let running = true;
  ended.then(() => {
    running = false;
  });
  const until = Date.now() + START_SECONDS * 1000;
  while (running && Date.now() < until) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/version`)).ok) return true;
    } catch {
      // Not yet listening.
    }
    await delay(50);
  }
  return false;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} ended
 */
async function stop(child, ended) {
  const group = child.pid === undefined ? undefined : -child.pid;
  if (group === undefined) return;
  signal(group, 'SIGTERM');
  await Promise.race([ended, delay(3000, undefined, { ref: false })]);
  // What is left of the group, such as a terminal's shell that ignores SIGTERM.
  signal(group, 'SIGKILL');
  await ended;
}

/**
 * @param {number} group negative process id of a group's leader
 * @param {NodeJS.Signals} name
 */
function signal(group, name) {
  try {
    process.kill(group, name);
  } catch {
    // Nobody of it is left.
  }
}

/** @returns {Promise<number>} a port that nothing listens on now */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

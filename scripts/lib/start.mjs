import { existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { findDesktop, startDesktop } from './desktop-vscode.mjs';
import { StepError } from './failures.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { parentOf } from './processes.mjs';
import { runTool } from './run.mjs';
import { startEmbedded } from './start-embedded.mjs';

/**
 * A VS Code that was started.
 *
 * @typedef {object} Started
 * @property {Promise<number | null>} ended resolves with the exit code when it ends by itself
 * @property {() => Promise<void>} stop ends it and all that it started
 *
 * What is opened in it.
 *
 * @typedef {object} Opened
 * @property {string | undefined} folder
 * @property {string | undefined} file shown in an editor
 * @property {boolean} trusted whether it is the project's own, so that nothing needs to be asked
 */

const say = (/** @type {string} */ line) => console.log(`• ${line}`);

/**
 * @param {readonly string[]} commandLine
 * @returns {Promise<number>} the exit code: 0 also when the user ended it, 2 for a path that is not there
 */
export async function start(commandLine) {
  const opened = whatToOpen(commandLine);
  if (opened === undefined) return 2;
  await ensureInstalled(say);
  await build();
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'bridgewise-start-'));
  const interrupted = interruption();
  try {
    const desktop = findDesktop();
    const started = desktop
      ? await startDesktop(desktop, opened, temporary, say)
      : await startEmbedded(opened, temporary, say);
    const outcome = await Promise.race([started.ended, interrupted]);
    await started.stop();
    return outcome === 'interrupted' ? 0 : (outcome ?? 1);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {readonly string[]} commandLine
 * @returns {Opened | undefined} `undefined` when there is nothing to open, which has been said
 */
function whatToOpen(commandLine) {
  const [path, ...rest] = commandLine;
  if (rest.length > 0 || path?.startsWith('-')) {
    console.error('usage: npm start [-- PATH]   PATH is a folder, or a file; without it the examples are opened');
    return undefined;
  }
  if (path === undefined) {
    const folder = join(ROOT, 'examples');
    return { folder, file: join(folder, 'etc/network/interfaces'), trusted: true };
  }
  // npm runs scripts in the project's root; the path is meant from where the user was.
  const absolute = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  if (!existsSync(absolute)) {
    console.error(`${absolute}: there is no such file or folder`);
    return undefined;
  }
  const isFolder = statSync(absolute).isDirectory();
  return { folder: isFolder ? absolute : undefined, file: isFolder ? undefined : absolute, trusted: false };
}

async function build() {
  say('building');
  const { code, output } = await runTool('scripts/build.mjs', []);
  if (code !== 0) throw new StepError(output.trimEnd());
}

/** How often it is looked whether npm is still there: it may have been killed without a word. */
const PARENT_CHECK_MS = 500;

/** @returns {Promise<'interrupted'>} resolves on Ctrl-C, on being ended, and when whoever started this is gone */
function interruption() {
  const parents = parentProcesses();
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done('interrupted'));
    setInterval(() => {
      if (parentProcesses() !== parents) done('interrupted');
    }, PARENT_CHECK_MS).unref();
  });
}

/**
 * The parent process, and its own parent: npm starts a shell that starts this, and the shell outlives npm. Where the second
 * cannot be read cheaply, the first must do.
 */
function parentProcesses() {
  try {
    return `${process.ppid} ${parentOf(process.ppid)}`;
  } catch {
    return String(process.ppid);
  }
}

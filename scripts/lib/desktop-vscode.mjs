import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from './paths.mjs';
import { runningProcesses } from './processes.mjs';
import { findProgram } from './programs.mjs';
import { writeUserSettings } from './vscode-settings.mjs';

const IS_WINDOWS = process.platform === 'win32';

/** On macOS the command need not be in PATH. */
const MACOS_PROGRAM = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/**
 * The desktop VS Code, when there is one that can show a window.
 *
 * @returns {string | undefined} its program
 */
export function findDesktop() {
  const named = process.env['BRIDGEWISE_VSCODE'];
  if (named) return named === 'embedded' ? undefined : named;
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
  const found = findProgram(
    'code',
    'code-insiders',
    'codium',
    ...(process.platform === 'darwin' ? [MACOS_PROGRAM] : []),
  );
  // In a terminal of VS Code's remote server, `code` only talks to the window that shows the terminal.
  return found?.includes('remote-cli') ? undefined : found;
}

/**
 * @param {string} program
 * @param {import('./start.mjs').Opened} opened
 * @param {string} temporary
 * @param {(line: string) => void} say
 * @returns {Promise<import('./start.mjs').Started>}
 */
export async function startDesktop(program, opened, temporary, say) {
  const userData = join(temporary, 'user-data');
  await writeUserSettings(userData);
  const programArguments = [
    '--new-window',
    '--wait',
    ...['--user-data-dir', userData],
    ...['--extensions-dir', join(temporary, 'extensions')],
    `--extensionDevelopmentPath=${ROOT}`,
    ...(opened.trusted ? ['--disable-workspace-trust'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[opened.folder, opened.file].filter((path) => path !== undefined),
  ];
  say(
    `${program}: VS Code with Bridgewise, open on ${opened.folder ?? opened.file}. Close its window, or press Ctrl-C here.`,
  );
  const quoted = IS_WINDOWS ? programArguments.map((argument) => `"${argument}"`) : programArguments;
  const child = spawn(IS_WINDOWS ? `"${program}"` : program, quoted, { stdio: 'inherit', shell: IS_WINDOWS });
  child.on('error', (error) => console.error(`${program}: ${error.message}`));
  const ended = Promise.race([
    once(child, 'exit').then(([code]) => code),
    new Promise((resolve) => child.on('error', () => resolve(1))),
  ]);
  return { ended, stop: () => stop(child.pid, userData) };
}

/**
 * VS Code's command starts the editor as a process of its own: that and its children are known by their profile.
 *
 * @param {number | undefined} pid
 * @param {string} userData
 */
async function stop(pid, userData) {
  if (IS_WINDOWS) {
    if (pid !== undefined) spawn('taskkill', ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore' });
    return;
  }
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGKILL'])) {
    for (const found of processesOf(userData)) kill(found.pid, signal);
    for (let i = 0; i < 30 && processesOf(userData).length > 0; i++) await delay(100);
  }
}

/**
 * The processes that have a folder in their command line.
 *
 * @param {string} folder
 */
function processesOf(folder) {
  return runningProcesses().filter(({ pid, command }) => command.includes(folder) && pid !== process.pid);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended.
  }
}

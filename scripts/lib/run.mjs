import { spawn } from 'node:child_process';
import process from 'node:process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started, 128 and more when a signal ended it
 * @property {string} output standard output and standard error, in the order they came
 */

/** Programs that run now; ended with this one. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** On Windows there are no groups of processes. */
const HAS_GROUPS = process.platform !== 'win32';

let interrupted = false;

/** Ends what runs; run() ends this process when it is gone, with the exit code of an interrupted program. */
function interrupt() {
  interrupted = true;
  for (const child of running) end(child, 'SIGTERM');
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @param {import('node:child_process').ChildProcess} child */
function remember(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, interrupt);
  running.add(child);
}

/** Afterwards signals are again the business of whoever runs programs. @param {import('node:child_process').ChildProcess} child */
function forget(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, interrupt);
  if (interrupted && running.size === 0) process.exit(130);
}

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void, limitMinutes?: number }} [options]
 *   onOutput: called with each piece of output as it comes; limitMinutes: it is ended after so many
 * @returns {Promise<Outcome>}
 */
export function run(program, programArguments, { cwd = ROOT, env = process.env, onOutput, limitMinutes } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that it can be ended with all that it started.
      detached: HAS_GROUPS,
    });
    remember(child);
    let output = '';
    const take = (/** @type {Buffer} */ data) => {
      const text = data.toString();
      output += text;
      onOutput?.(text);
    };
    const timer = limitMinutes && setTimeout(giveUp, limitMinutes * 60_000);
    function giveUp() {
      take(Buffer.from(`\n${program} ${programArguments.join(' ')}: ended after ${limitMinutes} minutes\n`));
      end(child, 'SIGKILL');
    }
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      forget(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 128));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has just ended.
  }
}

/**
 * Runs one of the project's own tools from node_modules, with this Node.
 *
 * @param {string} script the tool's script, from the project's root
 * @param {readonly string[]} toolArguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, toolArguments, options) {
  return run(process.execPath, [script, ...toolArguments], options);
}

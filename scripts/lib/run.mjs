import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started, 128 and more when a signal ended it
 * @property {string} output standard output and standard error, in the order they came
 */

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options] onOutput: called with
 *   each piece of output as it comes
 * @returns {Promise<Outcome>}
 */
export function run(program, programArguments, { cwd = ROOT, env = process.env, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (/** @type {Buffer} */ data) => {
      const text = data.toString();
      output += text;
      onOutput?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${program}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
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

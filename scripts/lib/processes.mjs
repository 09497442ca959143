import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {string} command with its arguments
 */

/**
 * What runs on this machine. Not for Windows.
 *
 * @returns {Process[]}
 */
export function runningProcesses() {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** Linux, where `ps` may not be installed: proc(5). */
function fromProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: parentOf(Number(name)), command }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/** @returns {Process[]} */
function fromPs() {
  return execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

/**
 * The parent of a process, on Linux; throws when it has ended, and elsewhere.
 *
 * @param {number} pid
 */
export function parentOf(pid) {
  // proc(5): the fields after the name, which is in brackets, are the state and the parent.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
  return Number(fields[1]);
}

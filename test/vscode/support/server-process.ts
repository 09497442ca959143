import process from 'node:process';
import { runningProcesses } from '../../../scripts/lib/processes.mjs';

/** The process of the language server that this extension host has started; `undefined` when there is none now. */
export function serverProcess(): number | undefined {
  return runningProcesses().find(({ parent, command }) => parent === process.pid && command.includes('dist/server.js'))
    ?.pid;
}

import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { runningProcesses } from '../../../scripts/lib/processes.mjs';

/** The process of the language server that this extension host has started; `undefined` when there is none now. */
export function serverProcess(): number | undefined {
  return runningProcesses().find(({ parent, command }) => parent === process.pid && command.includes('dist/server.js'))
    ?.pid;
}

/** The end of a process that somebody else started is no event: it is looked for so often. */
const LOOK_MS = 20;
const LIMIT_MS = 10_000;

/** Waits until this extension host has no language server any more. */
export async function serverGone(): Promise<void> {
  const limit = Date.now() + LIMIT_MS;
  while (serverProcess() !== undefined) {
    if (Date.now() > limit) throw new Error(`the server still runs after ${LIMIT_MS / 1000} s`);
    await delay(LOOK_MS);
  }
}

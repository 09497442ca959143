import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { serve } from '../lsp/server.ts';
import { nodeFileAccess } from './file-access.ts';
import { findCandidates } from './find-candidates.ts';
import { openTransport } from './transport.ts';

/** So often it is looked whether the editor's process is still there. */
const watchInterval = 3000;

/**
 * Serves one editor over what the command line names (see {@link openTransport}). The process ends with the editor.
 *
 * @param commandLine the arguments behind the program
 * @param bundleFolder where the server's bundle lies, and `rules/` beside it
 */
export function startNodeServer(commandLine: readonly string[], bundleFolder: string): void {
  serve(openTransport(commandLine), {
    access: nodeFileAccess,
    findCandidates,
    randomByte: () => randomInt(256),
    pageOf: (rule) => {
      const page = join(bundleFolder, 'rules', `${rule}.md`);
      return existsSync(page) ? pathToFileURL(page).href : undefined;
    },
    exit: (code) => process.exit(code),
    watchProcess,
  });
}

function watchProcess(processId: number, onGone: () => void): void {
  const timer = setInterval(() => {
    if (isThere(processId)) return;
    clearInterval(timer);
    onGone();
  }, watchInterval);
  // The watch alone keeps nothing alive.
  timer.unref();
}

function isThere(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user is there, but may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

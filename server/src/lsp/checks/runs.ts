import { RAL } from 'vscode-jsonrpc';
import type { Context } from '../context.ts';
import { inBackground } from '../guard.ts';

/** When the checks are done: never before somebody wants them, and again when something changed. */
export interface Runs {
  /** Begins, if nobody has yet or the last attempt failed. */
  readonly start: () => void;
  readonly areWanted: () => boolean;
  /** Whether nothing is left to do, and all is known. */
  readonly areDone: () => boolean;
  /** Has what changed looked at a little later. */
  readonly schedule: () => void;
}

/** Changes that come within this time, in milliseconds, are looked at together; the documents that are edited are asked about first. */
const gatherFor = 100;

/**
 * @param work what is to be done in a run; whatever happens after it failed makes another attempt
 * @param onDone called when nothing is left to do
 */
export function runsOf(connection: Context['connection'], work: () => Promise<void>, onDone: () => void): Runs {
  let phase: 'unwanted' | 'idle' | 'waiting' | 'running' | 'failed' = 'unwanted';
  const end = (next: 'idle' | 'failed'): void => {
    if (phase === 'running') phase = next;
  };
  const run = inBackground(connection, 'Checking the folders', async () => {
    phase = 'running';
    try {
      await work();
    } catch (error) {
      end('failed');
      throw error;
    }
    end('idle');
    onDone();
  });
  const schedule = (): void => {
    if (phase === 'unwanted' || phase === 'waiting') return;
    phase = 'waiting';
    RAL().timer.setTimeout(run, gatherFor);
  };
  return {
    start: () => {
      if (phase === 'unwanted') phase = 'idle';
      else if (phase !== 'failed') return;
      schedule();
    },
    areWanted: () => phase !== 'unwanted',
    areDone: () => phase === 'idle',
    schedule,
  };
}

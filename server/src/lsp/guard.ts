import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import { ResponseError } from 'vscode-jsonrpc';
import { logError } from './connection.ts';
import { errorCodes } from './lifecycle.ts';

type Answer<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result>;

/**
 * Makes a handler answer whatever happens: a request that the editor has cancelled is refused as such, and an exception
 * is logged with what was asked and refused, so that one fault takes neither the server nor the other features with it.
 */
export function guarded<Params, Result>(
  connection: MessageConnection,
  method: string,
  answer: Answer<Params, Result>,
): Answer<Params, Result> {
  return async (params, token) => {
    refuseCancelled(token, method);
    const result = await answer(params, token).catch((error: unknown) => {
      if (error instanceof ResponseError) throw error;
      logFault(connection, `${method} with ${JSON.stringify(params)}`, error);
      throw new ResponseError(errorCodes.requestFailed, `Bridgewise could not answer ${method}: ${messageOf(error)}`);
    });
    refuseCancelled(token, method);
    return result;
  };
}

/** Ends the answer to a request that the editor has cancelled. Worth a call after each wait. */
function refuseCancelled(token: CancellationToken, method: string): void {
  if (token.isCancellationRequested) throw new ResponseError(errorCodes.requestCancelled, `${method} was cancelled.`);
}

/**
 * Runs what nobody waits for, one run after the other: calls during a run make one more run behind it. An exception is
 * logged.
 */
export function inBackground(connection: MessageConnection, what: string, work: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work().catch((error: unknown) => logFault(connection, what, error));
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}

/** Logs an exception. @param what what was being done, as in "Sending diagnostics" */
export function logFault(connection: MessageConnection, what: string, error: unknown): void {
  const described = error instanceof Error ? (error.stack ?? error.message) : String(error);
  logError(connection, `${what} failed.\n${described}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

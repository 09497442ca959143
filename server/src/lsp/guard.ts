import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result>;

/**
 * Makes a handler answer whatever happens: a request that the editor has cancelled is refused as such, and an exception
 * is logged with what was asked and refused, so that one fault takes neither the server nor the other features with it.
 */
export function guarded<Params, Result>(
  connection: Connection,
  method: string,
  handler: Handler<Params, Result>,
): Handler<Params, Result> {
  return async (params, token) => {
    if (token.isCancellationRequested) throw cancelled(method);
    const result = await handler(params, token).catch((error: unknown) => {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${method} failed.\nAsked: ${JSON.stringify(params)}\n${describe(error)}`);
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        `Bridgewise could not answer ${method}: ${messageOf(error)}`,
      );
    });
    if (token.isCancellationRequested) throw cancelled(method);
    return result;
  };
}

/** Runs what nobody waits for; an exception is logged. */
export function inBackground(connection: Connection, what: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => connection.console.error(`${what} failed.\n${describe(error)}`));
}

function cancelled(method: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

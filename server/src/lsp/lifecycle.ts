import type { MessageConnection } from 'vscode-jsonrpc';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';

/** LSP's codes besides those of JSON-RPC. */
export const errorCodes = {
  serverNotInitialized: -32002,
  requestCancelled: -32800,
  contentModified: -32801,
  requestFailed: -32803,
} as const;

/** What the server's process, or worker, can do for it. */
export interface Surroundings {
  /** Ends the process. */
  readonly exit: (code: number) => void;
  /** Calls `onGone` once when no process of this id is there any more. */
  readonly watchProcess: (processId: number, onGone: () => void) => void;
}

export interface Lifecycle {
  /** Takes the editor's `initialize`; it comes once. */
  readonly initialize: (params: InitializeParams) => InitializeResult;
  readonly initialized: () => void;
}

type Phase = 'new' | 'running' | 'shut down';

/**
 * Follows the life of a server as LSP has it: `initialize` comes first and once, after `shutdown` nothing is answered, `exit`
 * ends the process with 0 after a shutdown and with 1 without one, as does the end of the editor.
 *
 * @returns throws what a request is refused with that comes too early or too late
 */
export function followLifecycle(
  connection: MessageConnection,
  surroundings: Surroundings,
  { initialize, initialized }: Lifecycle,
): () => void {
  let phase: Phase = 'new';
  const exit = (): void => surroundings.exit(phase === 'shut down' ? 0 : 1);
  connection.onRequest('initialize', (params: InitializeParams) => {
    if (phase !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes only once.');
    phase = 'running';
    if (typeof params.processId === 'number') surroundings.watchProcess(params.processId, exit);
    return initialize(params);
  });
  connection.onNotification('initialized', () => {
    if (phase === 'running') initialized();
  });
  connection.onRequest('shutdown', () => {
    refuseUnlessRunning(phase);
    phase = 'shut down';
    // No result at all would be no answer.
    return null;
  });
  connection.onNotification('exit', exit);
  connection.onClose(exit);
  return () => refuseUnlessRunning(phase);
}

function refuseUnlessRunning(phase: Phase): void {
  if (phase === 'new') throw new ResponseError(errorCodes.serverNotInitialized, 'initialize comes first.');
  if (phase === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
}

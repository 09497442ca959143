import type { MessageConnection, MessageReader, MessageWriter } from 'vscode-jsonrpc';
import { createMessageConnection } from 'vscode-jsonrpc';

/** The way to the editor and back. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** A connection whose own troubles, such as a notification that nobody understands, are in the editor's log. */
export function connect({ reader, writer }: Transport): MessageConnection {
  const connection = createMessageConnection(reader, writer, {
    error: (message) => logError(connection, message),
    warn: (message) => logError(connection, message),
    info: () => undefined,
    log: () => undefined,
  });
  return connection;
}

/** MessageType.Error */
const errorMessage = 1;

/** Writes to the editor's log. */
export function logError(connection: MessageConnection, message: string): void {
  // Where the connection is gone, nobody reads it.
  connection.sendNotification('window/logMessage', { type: errorMessage, message }).catch(() => undefined);
}

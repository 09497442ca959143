import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** An editor that has a server, and asks it for diagnostics. */
interface BenchEditor {
  readonly open: (uri: string, languageId: string, text: string) => Promise<void>;
  readonly change: (uri: string, text: string) => Promise<void>;
  readonly diagnostics: (uri: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a server and says hello to it.
 *
 * @param folder what is open in the editor; left out: nothing
 */
export async function openServer(server: string, folder?: string): Promise<BenchEditor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folder === undefined ? null : [{ uri: pathToFileURL(folder).href, name: 'site' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  let version = 0;
  return {
    open: (uri, languageId, text) => {
      version += 1;
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      });
    },
    change: (uri, text) => {
      version += 1;
      const textDocument = { uri, version };
      return connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    },
    diagnostics: (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    close: async () => {
      await connection.sendRequest('shutdown');
      const exit = once(child, 'exit');
      await connection.sendNotification('exit');
      await exit;
      connection.dispose();
    },
  };
}

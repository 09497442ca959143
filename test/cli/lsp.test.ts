import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { CLI } from '../support/cli.ts';

test('lsp --stdio serves an editor until it leaves', async () => {
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio']);
  const exit = once(child, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  expect(answer).toMatchObject({ serverInfo: { name: 'bridgewise' }, capabilities: { textDocumentSync: {} } });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exit).toEqual([0, null]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, test } from 'vitest';
import { greet, spawnServer } from '../support/language-server.ts';

test('what comes before initialize is refused, and initialize comes once', async () => {
  const { connection } = spawnServer();
  connection.listen();
  await expect(connection.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: -32002 });
  await expect(connection.sendRequest('shutdown')).rejects.toMatchObject({ code: -32002 });
  const hello = { processId: null, rootUri: null, capabilities: {} };
  await connection.sendRequest('initialize', hello);
  await expect(connection.sendRequest('initialize', hello)).rejects.toMatchObject({ code: -32600 });
});

test('after shutdown nothing is answered, and exit ends the process with 0', async () => {
  const { child, connection } = spawnServer();
  const exit = once(child, 'exit');
  await greet(connection, {});
  expect(await connection.sendRequest('shutdown')).toBeNull();
  await expect(connection.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: -32600 });
  await connection.sendNotification('exit');
  expect(await exit).toEqual([0, null]);
});

test('exit without shutdown ends the process with 1', async () => {
  const { child, connection } = spawnServer();
  const exit = once(child, 'exit');
  await greet(connection, {});
  await connection.sendNotification('exit');
  expect(await exit).toEqual([1, null]);
});

test('the end of the connection ends the process', async () => {
  const { child, connection } = spawnServer();
  const exit = once(child, 'exit');
  await greet(connection, {});
  child.stdin?.end();
  expect(await exit).toEqual([1, null]);
});

test('the end of the editor ends the process, though the connection stays', async () => {
  const editor = spawn(process.execPath, ['--eval', 'process.stdin.resume()']);
  const { child, connection } = spawnServer();
  const exit = once(child, 'exit');
  await greet(connection, { processId: editor.pid ?? 0 });
  editor.kill();
  expect(await exit).toEqual([1, null]);
});

test('a method that nobody knows is refused, and the server goes on', async () => {
  const { connection } = spawnServer();
  await greet(connection, {});
  await expect(connection.sendRequest('textDocument/linkedEditingRange', {})).rejects.toMatchObject({ code: -32601 });
  expect(await connection.sendRequest('bridgewise/sniff', { text: 'auto lo' })).toBe('interfaces');
});

import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';

/**
 * @typedef {object} Listener
 * @property {() => void} onHeard anything came
 * @property {(operation: string, operands: unknown[]) => Promise<unknown>} onRequest a test drives the page
 * @property {(code: number) => void} onResult the tests have ended
 * @property {() => void} onLost the extension host ended before its tests did
 */

/**
 * The runner's end of the socket that test-module.cjs writes to. Output of the tests goes to this process's own.
 *
 * @param {string} path of the socket
 * @param {Listener} listener
 */
export async function listen(path, listener) {
  const server = createServer((connection) => {
    let ended = false;
    let tail = '';
    const take = (/** @type {any} */ message) => {
      if (message.text !== undefined) process[message.stream === 'stderr' ? 'stderr' : 'stdout'].write(message.text);
      if (message.result !== undefined) {
        ended = true;
        listener.onResult(message.result);
      }
      if (message.id !== undefined) void answer(connection, message, listener);
    };
    connection.setEncoding('utf8').on('data', (data) => {
      listener.onHeard();
      const lines = (tail + data).split('\n');
      tail = lines.pop() ?? '';
      for (const line of lines) take(JSON.parse(line));
    });
    connection.on('error', () => undefined);
    connection.on('close', () => {
      if (!ended) listener.onLost();
    });
  });
  server.listen(path).unref();
  await once(server, 'listening');
}

/**
 * @param {import('node:net').Socket} connection
 * @param {{ id: number, operation: string, operands: unknown[] }} request
 * @param {Listener} listener
 */
async function answer(connection, { id, operation, operands }, listener) {
  /** @type {{ id: number, value?: unknown, error?: string }} */
  let message;
  try {
    message = { id, value: await listener.onRequest(operation, operands) };
  } catch (error) {
    message = { id, error: error instanceof Error ? error.message : String(error) };
  }
  if (!connection.destroyed) connection.write(`${JSON.stringify(message)}\n`);
}

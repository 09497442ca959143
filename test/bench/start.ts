import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** Bundles the empty server beside what the script itself was made into, minified as ours is packaged. */
export async function buildServers(folder: string): Promise<{ readonly own: string; readonly empty: string }> {
  const common = {
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.md': 'text' },
  } satisfies BuildOptions;
  const own = `${folder}/own-server.js`;
  const empty = `${folder}/empty-server.js`;
  await build({ ...common, entryPoints: ['server/src/node/server.ts'], outfile: own });
  await build({ ...common, entryPoints: ['test/bench/empty-server.ts'], outfile: empty });
  return { own, empty };
}

/** The milliseconds from starting a server to its first answer on diagnostics. */
export async function startToDiagnostics(server: string, text: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const uri = 'untitled:/etc/network/interfaces';
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'debian-interfaces', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const taken = performance.now() - begun;
  await connection.sendRequest('shutdown');
  const exit = once(child, 'exit');
  await connection.sendNotification('exit');
  await exit;
  connection.dispose();
  return taken;
}

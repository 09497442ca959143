import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { DataCallback, Message, MessageReader, MessageWriter } from 'vscode-jsonrpc/node';
import { AbstractMessageReader, AbstractMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import type { CodeAction, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { diagnosticsOf, greet, rulesOf } from '../support/language-server.ts';
import { ROOT } from '../support/project-files.ts';

const withoutPorts = 'auto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';

/** What a worker has that the server uses, and nothing of Node. */
function startWorker(): {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly isClosed: () => boolean;
} {
  let receive: DataCallback | undefined;
  let isClosed = false;
  const scope: Record<string, unknown> = {
    addEventListener: () => undefined,
    // A worker's messages are copies, and come later.
    postMessage: (message: Message) => setTimeout(() => receive?.(structuredClone(message))),
    close: () => {
      isClosed = true;
    },
    setTimeout,
    setInterval,
    clearTimeout,
    clearInterval,
    queueMicrotask,
    TextEncoder,
    TextDecoder,
    console,
    crypto,
  };
  scope['self'] = scope;
  runInContext(readFileSync(join(ROOT, 'dist/server.web.js'), 'utf8'), createContext(scope));
  const post = scope['onmessage'] as (event: { readonly data: unknown }) => void;
  class Reader extends AbstractMessageReader {
    listen(callback: DataCallback) {
      receive = callback;
      return { dispose: () => undefined };
    }
  }
  class Writer extends AbstractMessageWriter {
    async write(message: Message) {
      setTimeout(() => post({ data: structuredClone(message) }));
    }
    end() {}
  }
  return { reader: new Reader(), writer: new Writer(), isClosed: () => isClosed };
}

test('the server runs in a worker, without anything of Node, and reads all files through the editor', async () => {
  const worker = startWorker();
  const ports = 'file:///etc/network/interfaces.d/ports';
  const editor = await greet(createMessageConnection(worker.reader, worker.writer), {
    initializationOptions: { readsFiles: true },
    answers: {
      'bridgewise/readFile': ({ uri }: { uri: string }) =>
        uri === ports ? { kind: 'text', text: 'iface xenbr0\n    bridge_ports none\n' } : { kind: 'missing' },
      'bridgewise/listFolder': () => ({ entries: null }),
    },
  });
  const uri = 'file:///etc/network/interfaces';
  await editor.open(uri, withoutPorts);
  const [finding] = await diagnosticsOf(editor, uri);
  expect(finding?.code).toBe('bridge-without-ports');
  // No pages lie beside a worker.
  expect(finding?.codeDescription).toBeUndefined();
  await editor.change(uri, `source interfaces.d/ports\n${withoutPorts}`);
  expect(rulesOf(await diagnosticsOf(editor, uri))).not.toContain('bridge-without-ports');
  const guest = 'file:///etc/xen/web.cfg';
  await editor.open(guest, 'name = "web"\nkernel = "/boot/vmlinuz"\nvif = [ "bridge=xenbr0" ]\n', 'xen-xl');
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  const actions = await editor.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: guest },
    range,
    context: { diagnostics: [] },
  });
  expect(actions.some(({ edit }) => /00:16:3e(?::[0-9a-f]{2}){3}/.test(JSON.stringify(edit)))).toBe(true);
  await editor.request('shutdown', {});
  await editor.notify('exit', {});
  await expect.poll(() => worker.isClosed()).toBe(true);
});

test('a worker finds files that are not open through the editor alone', async () => {
  const worker = startWorker();
  const texts: Readonly<Record<string, string>> = {
    'vscode-vfs://host/repository/etc/network/interfaces': withoutPorts,
    'vscode-vfs://host/repository/etc/xen/web.cfg': 'name = "web"\nkernel = "/boot/vmlinuz"\n# the end',
  };
  const editor = await greet(createMessageConnection(worker.reader, worker.writer), {
    initializationOptions: { readsFiles: true, findsFiles: true },
    answers: {
      'bridgewise/readFile': ({ uri }: { uri: string }) => {
        const text = texts[uri];
        return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
      },
      'bridgewise/listFolder': ({ uri }: { uri: string }) => {
        const names = Object.keys(texts).flatMap((file) =>
          file.startsWith(`${uri}/`) ? file.slice(uri.length + 1) : [],
        );
        const entries = names.map((name) => ({ name: name.split('/', 1)[0] ?? '', isFolder: name.includes('/') }));
        return { entries: entries.length === 0 ? null : entries };
      },
      'bridgewise/findFiles': () => ({ uris: Object.keys(texts) }),
    },
  });
  const event = { added: [{ uri: 'vscode-vfs://host/repository', name: 'repository' }], removed: [] };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event });
  const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  const found = items.map((item) => [item.uri, item.kind === 'full' ? rulesOf(item.items) : []]);
  expect(Object.fromEntries(found)).toEqual({
    'vscode-vfs://host/repository/etc/network/interfaces': ['bridge-without-ports'],
    'vscode-vfs://host/repository/etc/xen/web.cfg': ['comment-without-newline'],
  });
});

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { ROOT } from './project-files.ts';

/** The server as editors start it. */
const SERVER = join(ROOT, 'dist/server.js');

/** How an editor presents itself, and what it answers. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** The folder that is open in it. */
  readonly folder?: string;
  readonly processId?: number;
  /** What it answers to the server's requests; others are answered with null. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** An editor that a test drives. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly server: InitializeResult;
  readonly request: <Result>(method: string, params: object) => Promise<Result>;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  /** Replaces the whole text. */
  readonly change: (uri: string, text: string) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  readonly notify: (method: string, params: object) => Promise<void>;
  /** The next message of this method that the server sends, those before the call included. */
  readonly next: <Params>(method: string) => Promise<Params>;
  /** All messages of this method that have come and were not taken by `next`. */
  readonly waiting: (method: string) => readonly unknown[];
}

/** An editor that asks for diagnostics. */
export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** The process, speaking on standard input and output; ended with the test. */
export function spawnServer(): { readonly child: ChildProcess; readonly connection: MessageConnection } {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} is not there: npm run build makes it`);
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { child, connection };
}

/** An editor that has started the server and said hello. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const { connection, child } = spawnServer();
  const editor = await greet(connection, options);
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await editor.request('shutdown', {});
    const exit = once(child, 'exit');
    await editor.notify('exit', {});
    await exit;
  });
  return editor;
}

/** Says hello over a connection, as an editor does. */
export async function greet(connection: MessageConnection, options: EditorOptions): Promise<Editor> {
  const inbox = receive(connection, options.answers ?? {});
  connection.listen();
  const server = await connection.sendRequest<InitializeResult>('initialize', {
    processId: options.processId ?? null,
    rootUri: null,
    workspaceFolders: options.folder === undefined ? null : [{ uri: fileUri(options.folder), name: 'folder' }],
    capabilities: options.capabilities ?? pulling,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const versions = new Map<string, number>();
  const nextVersion = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  return {
    connection,
    server,
    request: (method, params) => connection.sendRequest(method, params),
    open: (uri, text, languageId = 'debian-interfaces') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: nextVersion(uri), text },
      }),
    change: (uri, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: nextVersion(uri) },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    notify: (method, params) => connection.sendNotification(method, params),
    ...inbox,
  };
}

/** Keeps what the server sends until a test asks for it. */
function receive(
  connection: MessageConnection,
  answers: NonNullable<EditorOptions['answers']>,
): Pick<Editor, 'next' | 'waiting'> {
  const arrived: { readonly method: string; readonly params: unknown }[] = [];
  const awaited: { readonly method: string; readonly take: (params: unknown) => void }[] = [];
  const arrive = (method: string, params: unknown): void => {
    const at = awaited.findIndex((one) => one.method === method);
    if (at < 0) arrived.push({ method, params });
    else awaited.splice(at, 1)[0]?.take(params);
  };
  connection.onNotification((method, params) => arrive(method, params));
  connection.onRequest((method, params) => {
    arrive(method, params);
    return answers[method]?.(params as never) ?? null;
  });
  return {
    next: <Params>(method: string) => {
      const at = arrived.findIndex((one) => one.method === method);
      if (at >= 0) return Promise.resolve(arrived.splice(at, 1)[0]?.params as Params);
      return new Promise<Params>((resolve) => {
        awaited.push({ method, take: (params) => resolve(params as Params) });
      });
    },
    waiting: (method) => arrived.filter((one) => one.method === method).map(({ params }) => params),
  };
}

export function fileUri(path: string): string {
  return pathToFileURL(path).href;
}

/** Asks for the diagnostics of a document. */
export function pull(editor: Editor, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return editor.request('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId && { previousResultId }),
  });
}

/** The diagnostics of a document, asked for. */
export async function diagnosticsOf(editor: Editor, uri: string): Promise<readonly Diagnostic[]> {
  const report = await pull(editor, uri);
  if (report.kind !== 'full') throw new Error(`an answer of kind ${report.kind} to a first question`);
  return report.items;
}

/** The next diagnostics that the server sends of its own accord for this document. */
export async function published(editor: Editor, uri: string): Promise<PublishDiagnosticsParams> {
  for (;;) {
    const params = await editor.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    if (params.uri === uri) return params;
  }
}

/** The rules that diagnostics are about. */
export function rulesOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}

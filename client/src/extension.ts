import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './client.ts';

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = await activateWith(
    context,
    (options) => new LanguageClient('bridgewise', 'Bridgewise', { run: server, debug: server }, options),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './client.ts';

export { deactivate } from './client.ts';

/** On the desktop, and wherever else the extension runs on Node, the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return activateWith(
    context,
    (options) => new LanguageClient('bridgewise', 'Bridgewise', { run: server, debug: server }, options),
  );
}

import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './client.ts';

export { deactivate } from './client.ts';

/** In a browser the server is a worker, made anew at each start. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  return activateWith(
    context,
    (options) => new LanguageClient('bridgewise', 'Bridgewise', async () => new Worker(script), options),
  );
}

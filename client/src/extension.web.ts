import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './client.ts';

export { deactivate } from './client.ts';

/** In a browser the server is a worker, made anew at each start. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  const start = async () => {
    const worker = new Worker(script);
    // VS Code's own Worker is none for the language client, which would take it for this pair.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, (options) => new LanguageClient('bridgewise', 'Bridgewise', start, options));
}

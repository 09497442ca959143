import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/messages.ts';
import { languageId } from '../../server/src/lsp/messages.ts';

/** Where documents of the language may lie; never `git`, whose texts are of another time. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** What differs between the desktop and the browser: how the server is started. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts everything; returns when the server answers. */
export async function activateWith(
  _context: ExtensionContext,
  createClient: CreateClient,
): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = {};
  const client = createClient({
    documentSelector: schemes.map((scheme) => ({ scheme, language: languageId })),
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  });
  await client.start();
  return client;
}

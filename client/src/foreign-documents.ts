import { Disposable, workspace } from 'vscode';
import { foreignDocuments, languageOfId } from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import type { Server } from './server-connection.ts';

/**
 * Tells the server which documents are open in other languages: whoever has chosen one for a file does not want to read there
 * what would be wrong in ours.
 */
export function tellForeignDocuments(server: Server): Disposable {
  let told = '[]';
  const tell = (isAnew: boolean): void => {
    if (server.state() !== 'running') return;
    const uris = workspace.textDocuments
      .filter(({ uri, languageId }) => documentSchemes.includes(uri.scheme) && languageOfId(languageId) === undefined)
      .map(({ uri }) => uri.toString());
    const now = JSON.stringify(uris);
    if (now === told && !isAnew) return;
    told = now;
    server.tell(foreignDocuments, { uris });
  };
  return Disposable.from(
    // A server that was started again knows nothing.
    server.onStart(() => tell(true)),
    workspace.onDidOpenTextDocument(() => tell(false)),
    workspace.onDidCloseTextDocument(() => tell(false)),
  );
}

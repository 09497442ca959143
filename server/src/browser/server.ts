import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { serve } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A worker of the editor's page: it reads all files through the editor, and ends with the page. */
serve(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  access: undefined,
  pageOf: () => undefined,
  exit: () => self.close(),
  watchProcess: () => undefined,
});

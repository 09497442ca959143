import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { serve } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

// A worker of the editor's page reads all files through the editor, and ends with the page.
const transport = { reader: new BrowserMessageReader(self), writer: new BrowserMessageWriter(self) };

serve(transport, {
  access: undefined,
  findCandidates: undefined,
  randomByte: () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0,
  pageOf: () => undefined,
  exit: () => self.close(),
  watchProcess: () => undefined,
});

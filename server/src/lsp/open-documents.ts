import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';

/** The documents that are open in the editor; they win over the disk. */
export interface OpenDocuments {
  readonly get: (file: FileId) => TextDocument | undefined;
  readonly files: () => readonly FileId[];
  /** The file's URI as the editor spells it, for editors that compare URIs letter by letter. */
  readonly uriOf: (file: FileId) => string;
}

/**
 * Keeps the open documents of a connection, as the editor tells of them.
 *
 * @param onChange called after a document was opened, changed or closed
 */
export function trackDocuments(connection: MessageConnection, onChange: (file: FileId) => void): OpenDocuments {
  const documents = new Map<FileId, TextDocument>();
  connection.onNotification('textDocument/didOpen', ({ textDocument }: DidOpenTextDocumentParams) => {
    const { uri, languageId, version, text } = textDocument;
    const file = fileId(uri);
    documents.set(file, TextDocument.create(uri, languageId, version, text));
    onChange(file);
  });
  connection.onNotification(
    'textDocument/didChange',
    ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const file = fileId(textDocument.uri);
      const document = documents.get(file);
      if (document === undefined) return;
      documents.set(file, TextDocument.update(document, contentChanges, textDocument.version));
      onChange(file);
    },
  );
  connection.onNotification('textDocument/didClose', ({ textDocument }: DidCloseTextDocumentParams) => {
    const file = fileId(textDocument.uri);
    documents.delete(file);
    onChange(file);
  });
  return {
    get: (file) => documents.get(file),
    files: () => [...documents.keys()],
    uriOf: (file) => documents.get(file)?.uri ?? file,
  };
}

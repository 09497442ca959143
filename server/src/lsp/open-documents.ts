import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';

export type DocumentEvent = 'opened' | 'changed' | 'closed';

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
 * @param listener called after each event
 */
export function trackDocuments(
  connection: Connection,
  listener: (event: DocumentEvent, file: FileId) => void,
): OpenDocuments {
  const documents = new Map<FileId, TextDocument>();
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const file = fileId(uri);
    documents.set(file, TextDocument.create(uri, languageId, version, text));
    listener('opened', file);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const file = fileId(uri);
    const document = documents.get(file);
    if (document === undefined) return;
    documents.set(file, TextDocument.update(document, contentChanges, version));
    listener('changed', file);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const file = fileId(uri);
    documents.delete(file);
    listener('closed', file);
  });
  return {
    get: (file) => documents.get(file),
    files: () => [...documents.keys()],
    uriOf: (file) => documents.get(file)?.uri ?? file,
  };
}

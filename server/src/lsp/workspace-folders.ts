import type { MessageConnection } from 'vscode-jsonrpc';
import type { DidChangeWorkspaceFoldersParams, InitializeParams } from 'vscode-languageserver-protocol';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';

/** The folders that are open in the editor. */
export interface WorkspaceFolders {
  readonly all: () => readonly FileId[];
  /** The one in which a file lies: the innermost. */
  readonly of: (file: FileId) => FileId | undefined;
}

/** @param onChange called after folders came or went */
export function workspaceFolders(
  connection: MessageConnection,
  { workspaceFolders: atStart, rootUri }: InitializeParams,
  onChange: () => void,
): WorkspaceFolders {
  const uris = atStart?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  const folders = new Set(uris.map(fileId));
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: DidChangeWorkspaceFoldersParams) => {
    for (const { uri } of event.removed) folders.delete(fileId(uri));
    for (const { uri } of event.added) folders.add(fileId(uri));
    onChange();
  });
  return {
    all: () => [...folders],
    of: (file) =>
      [...folders].filter((folder) => isBelow(file, folder)).sort((one, other) => other.length - one.length)[0],
  };
}

function isBelow(file: FileId, folder: FileId): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

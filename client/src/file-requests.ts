import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileAnswer, FolderAnswer } from '../../server/src/lsp/messages.ts';
import { listFolderRequest, readFileRequest } from '../../server/src/lsp/messages.ts';

/** No host has a larger file. */
const byteLimit = 5_000_000;

/** Reads for the server what it cannot read itself: virtual file systems and, in a browser, everything. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }) => readFile(Uri.parse(uri)));
  client.onRequest(listFolderRequest, ({ uri }) => listFolder(Uri.parse(uri)));
}

async function readFile(uri: Uri): Promise<FileAnswer> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (!isOf(type, FileType.File)) return { kind: 'missing' };
    if (size > byteLimit) return { kind: 'unreadable', reason: 'It is larger than 5 MB.' };
    // The byte order mark stays, for ifupdown reads it as a part of the first word.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
    return { kind: 'text', text };
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return isMissing ? { kind: 'missing' } : { kind: 'unreadable', reason: String(error) };
  }
}

async function listFolder(uri: Uri): Promise<FolderAnswer> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return { entries: entries.map(([name, type]) => ({ name, isFolder: isOf(type, FileType.Directory) })) };
  } catch {
    return { entries: null };
  }
}

/** A link to a file is of both types. */
function isOf(type: FileType, wanted: FileType): boolean {
  return (type & wanted) !== 0;
}

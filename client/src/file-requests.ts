import type { CancellationToken } from 'vscode';
import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileAnswer, FindFilesParams, FolderAnswer } from '../../server/src/lsp/messages.ts';
import { findFilesRequest, languageOfId, listFolderRequest, readFileRequest } from '../../server/src/lsp/messages.ts';

/** No host has a larger file. */
const byteLimit = 5_000_000;

/** Reads for the server what it cannot read itself: virtual file systems and, in a browser, everything. Finds files for it as the user's searches do. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }) => readFile(Uri.parse(uri)));
  client.onRequest(listFolderRequest, ({ uri }) => listFolder(Uri.parse(uri)));
  client.onRequest(findFilesRequest, findFiles);
}

async function findFiles({ folders, pattern, most }: FindFilesParams, token: CancellationToken) {
  const found: Uri[] = [];
  for (const folder of folders.map((uri) => Uri.parse(uri))) {
    const wanted = new RelativePattern(folder, pattern);
    // `files.exclude` and, where the user wants it, ignore files count anyhow.
    found.push(...(await workspace.findFiles(wanted, excludedIn(folder), most - found.length, token)));
    if (found.length >= most) break;
  }
  return { uris: found.map(String) };
}

/** The patterns of `search.exclude`, but for those that depend on files beside, and of what is said to be in other languages; as one. */
function excludedIn(folder: Uri): string | undefined {
  const patterns = workspace.getConfiguration('search', folder).get<Record<string, unknown>>('exclude') ?? {};
  const languages = workspace.getConfiguration('files', folder).get<Record<string, string>>('associations') ?? {};
  const foreign = Object.keys(languages).filter((pattern) => languageOfId(languages[pattern]) === undefined);
  const excluded = [
    ...Object.keys(patterns).filter((pattern) => patterns[pattern] === true),
    // As VS Code has it: only a pattern with a slash is one of paths.
    ...foreign.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`)),
  ];
  return excluded.length === 0 ? undefined : `{${excluded.flatMap(withoutGroups).join(',')}}`;
}

/** What a pattern with groups in braces stands for: in a group there may be none. */
function withoutGroups(pattern: string): readonly string[] {
  const [group, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (group === undefined || choices === undefined) return [pattern];
  return choices.split(',').flatMap((choice) => withoutGroups(pattern.replace(group, () => choice)));
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

import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileAccess, FileContent, FileId, FolderEntry } from '../core/index.ts';
import { fileId } from '../core/index.ts';

/** In bytes. Nobody writes such a file by hand, and one that a glob of `source` meets must not stop the program. */
export const largestFile = 5 * 1024 * 1024;

/** The file system of this machine; addresses of other schemes are missing in it. */
export const nodeFileAccess: FileAccess = { read, list, realPath };

/** The address of a path; a relative one counts from the current folder. */
export function fileOfPath(path: string): FileId {
  return fileId(URI.file(path).toString());
}

/** The path of an address, as this machine writes it; `undefined` for other schemes than `file`. */
export function pathOfFile(file: FileId): string | undefined {
  const uri = URI.parse(file);
  return uri.scheme === 'file' ? uri.fsPath : undefined;
}

async function read(file: FileId): Promise<FileContent> {
  const path = pathOfFile(file);
  if (path === undefined) return { kind: 'missing' };
  try {
    const state = await stat(path);
    // Reading a pipe or a device may never end.
    if (!state.isFile()) return unreadable(state.isDirectory() ? 'it is a folder' : 'it is no regular file');
    if (state.size > largestFile) return unreadable(`it has more than ${largestFile / 1024 / 1024} MB`);
    // A byte order mark stays: it is a fault that must be found.
    return { kind: 'text', text: await readFile(path, 'utf8') };
  } catch (error) {
    return isAbsence(error) ? { kind: 'missing' } : unreadable(reasonOf(error));
  }
}

async function list(folder: FileId): Promise<readonly FolderEntry[] | undefined> {
  const path = pathOfFile(folder);
  if (path === undefined) return undefined;
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => ({ name: entry.name, isFolder: await isFolder(path, entry) })),
    );
  } catch {
    return undefined;
  }
}

async function isFolder(parent: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(join(parent, entry.name)).then(
    (state) => state.isDirectory(),
    () => false,
  );
}

async function realPath(file: FileId): Promise<FileId> {
  const path = pathOfFile(file);
  if (path === undefined) return file;
  return realpath(path).then(fileOfPath, () => file);
}

function unreadable(reason: string): FileContent {
  return { kind: 'unreadable', reason };
}

function isAbsence(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** Why something failed with a file, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

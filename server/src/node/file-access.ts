import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess, FileContent, FileId, FolderEntry } from '../core/index.ts';
import { fileId } from '../core/index.ts';

/** So many bytes at most are read of a file: no host has a larger one. */
export const byteLimit = 5_000_000;

/** The files of this machine, by their `file:` addresses. A file of any other scheme is missing. */
export const nodeFileAccess: FileAccess = { read, list, realPath, readLink };

async function read(file: FileId): Promise<FileContent> {
  const path = pathTo(file);
  if (path === undefined) return { kind: 'missing' };
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { kind: 'missing' };
    // Reading a pipe or a device would wait for ever.
    if (!status.isFile()) return { kind: 'unreadable', reason: 'It is no ordinary file.' };
    if (status.size > byteLimit) return { kind: 'unreadable', reason: 'It is larger than 5 MB.' };
    return { kind: 'text', text: decode(await readFile(path)) };
  } catch (error) {
    return contentOf(error);
  }
}

async function list(folder: FileId): Promise<readonly FolderEntry[] | undefined> {
  const path = pathTo(folder);
  if (path === undefined) return undefined;
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        isFolder: entry.isSymbolicLink() ? await isFolder(`${path}/${entry.name}`) : entry.isDirectory(),
      })),
    );
  } catch {
    return undefined;
  }
}

async function realPath(file: FileId): Promise<FileId> {
  const path = pathTo(file);
  if (path === undefined) return file;
  try {
    return fileId(pathToFileURL(await realpath(path)).href);
  } catch {
    return file;
  }
}

async function readLink(file: FileId): Promise<string | undefined> {
  const path = pathTo(file);
  if (path === undefined) return undefined;
  try {
    return (await readlink(path)).split(sep).join('/');
  } catch {
    return undefined;
  }
}

/** `undefined`: the address is none of this machine's files. */
function pathTo(file: FileId): string | undefined {
  if (!file.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(file);
  } catch {
    return undefined;
  }
}

/** The byte order mark stays, for ifupdown reads it as a part of the first word. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function contentOf(error: unknown): FileContent {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return { kind: 'unreadable', reason: reasonOf(error) };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'A part of the path is no folder.',
  EACCES: 'Permission denied.',
  EPERM: 'Permission denied.',
  ELOOP: 'Its symbolic links lead in a circle.',
  ENAMETOOLONG: 'The name is too long.',
  EROFS: 'The file system is read-only.',
  ENOSPC: 'No space is left on the device.',
};

/** Why the system refused something with a file, as a sentence. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return reasons[codeOf(error)] ?? message.replace(/\.?$/, '.');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';

/** The address of a path; a relative one counts from the current folder. */
export function fileOfPath(path: string): FileId {
  return fileId(pathToFileURL(resolve(path)).href);
}

/** The absolute path of a file of this machine. */
export function pathOfFile(file: FileId): string {
  return fileURLToPath(file);
}

/** The path from the current folder, with `/`; the current folder itself is `.`. */
export function relativePath(file: FileId): string {
  return relative(process.cwd(), pathOfFile(file)).split(sep).join('/') || '.';
}

/** The path as people read it: from the current folder for what lies in it, else from the root. */
export function readablePath(file: FileId): string {
  const path = relativePath(file);
  return path === '..' || path.startsWith('../') ? pathOfFile(file) : path;
}

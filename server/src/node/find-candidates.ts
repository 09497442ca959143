import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileId } from '../core/index.ts';
import { fileId, mayBeOurs, pathOf } from '../core/index.ts';

/** Made by the kernel: they hold no configuration, and links that lead everywhere. */
const kernelFolders = new Set(['/proc', '/sys', '/dev']);

/** In more folders is not looked: an editor that opens a whole disk does not mean to have it searched. */
const mostFolders = 20_000;

/**
 * The files below folders of this machine whose names may be ours, for an editor that does not find them itself. Hidden folders,
 * `node_modules` and symbolic links to folders are passed over; what lies higher is found first.
 *
 * @param most so many files at most are given
 */
export async function findCandidates(folders: readonly FileId[], most: number): Promise<readonly FileId[]> {
  const found: FileId[] = [];
  const waiting = folders.filter((folder) => folder.startsWith('file:')).map((folder) => fileURLToPath(folder));
  for (let at = 0; at < waiting.length && at < mostFolders && found.length < most; at++) {
    const folder = waiting[at] ?? '';
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (isLookedInto(entry.name, path)) waiting.push(path);
        continue;
      }
      const file = fileId(pathToFileURL(path).href);
      if (mayBeOurs(pathOf(file)) && found.length < most) found.push(file);
    }
  }
  return found;
}

function isLookedInto(name: string, path: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !kernelFolders.has(path);
}

/** None where it cannot be read. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

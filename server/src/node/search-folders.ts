import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Entry } from '@nodelib/fs.walk';
import { walk } from '@nodelib/fs.walk/promises';
import { mayBeOurs } from '../core/index.ts';
import { readIgnoreFiles } from './ignore-files.ts';

/** A file whose name does not rule out that it is ours. */
export interface Candidate {
  readonly path: string;
  readonly isLink: boolean;
}

export interface SearchOptions {
  /** Whether what `.gitignore` files name is passed over. */
  readonly followsIgnoreFiles: boolean;
  /** So many files and folders are looked at, and no more. */
  readonly limit: number;
}

export interface Search {
  /** Each once; those that lie higher first, but for a few that were read at once. */
  readonly candidates: readonly Candidate[];
  /** How many folders and files that may be ours were passed over for a `.gitignore`. */
  readonly ignored: number;
  /** Folders that could not be read, by their absolute paths, and what the system said. */
  readonly unread: ReadonlyMap<string, Error>;
  /** Whether the limit was reached, so that there may be more. */
  readonly isCut: boolean;
}

/** A dom0 with all that Debian can install has some hundred thousand; a disk full of other things shall not be read for minutes. */
export const searchLimit = 1_000_000;

/** Made by the kernel: they hold no configuration, and links that lead everywhere. */
const kernelFolders = ['/proc', '/sys', '/dev'];

/** So many folders are read at once, those nearest to the top first. */
const foldersAtOnce = 16;

/**
 * Looks for files that may be ours. Hidden folders, `node_modules`, symbolic links to folders and what may not be read are passed
 * over, links to files are not.
 */
export async function searchFolders(folders: readonly string[], options: SearchOptions): Promise<Search> {
  const candidates = new Map<string, Candidate>();
  const unread = new Map<string, Error>();
  let [seen, ignored] = [0, 0];
  const isCut = (): boolean => seen > options.limit;
  for (const root of new Set(folders.map((folder) => resolve(folder)))) {
    if (isOfKernel(root)) continue;
    // Each walk leaves a listener behind.
    const abort = new AbortController();
    const isIgnored = options.followsIgnoreFiles ? readIgnoreFiles(root) : () => false;
    const isWanted = ({ name, path, dirent }: Entry): boolean => {
      if (name.startsWith('.') || name === 'node_modules' || isOfKernel(path)) return false;
      if (!isIgnored(path, dirent.isDirectory())) return true;
      ignored += 1;
      return false;
    };
    const lookAt = (entry: Entry): void => {
      seen += 1;
      if (isCut()) abort.abort();
      const { path, dirent } = entry;
      const isLink = dirent.isSymbolicLink();
      if ((isLink || dirent.isFile()) && mayBeOurs(path.split(sep).join('/')) && isWanted(entry))
        candidates.set(path, { path, isLink });
    };
    await walk(root, {
      concurrency: foldersAtOnce,
      signal: abort.signal,
      entryFilter: (entry) => {
        lookAt(entry);
        // The library need not keep it, too.
        return false;
      },
      deepFilter: isWanted,
      errorFilter: (error) => {
        if (abort.signal.aborted || !isOfFolder(error)) return false;
        unread.set(error.path ?? root, error);
        return true;
      },
    }).catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    if (isCut()) break;
  }
  return { candidates: await filesAmong([...candidates.values()]), ignored, unread, isCut: isCut() };
}

/** Whether a folder could not be read; whatever else is thrown is a fault of this program. */
function isOfFolder({ syscall }: NodeJS.ErrnoException): boolean {
  return syscall === 'scandir';
}

function isOfKernel(path: string): boolean {
  return kernelFolders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

async function filesAmong(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const areFiles = await Promise.all(candidates.map(async ({ path, isLink }) => !isLink || isFile(path)));
  return candidates.filter((_, index) => areFiles[index]);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // A link that leads nowhere.
    return false;
  }
}

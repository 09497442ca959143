import { accessSync, constants, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileAccess, FileId } from '../core/index.ts';
import { isOurs } from '../core/index.ts';
import { reasonOf } from '../node/file-access.ts';
import type { Candidate, SearchOptions } from '../node/search-folders.ts';
import { searchFolders, searchLimit } from '../node/search-folders.ts';
import { fileOfPath } from './paths.ts';

/** What the user's paths stand for. */
export interface Targets {
  /** The files named outright. */
  readonly named: readonly FileId[];
  /** The folders named. */
  readonly folders: readonly string[];
  /** Our files in those folders, by their paths; symbolic links last, so that a file counts under its own name. */
  readonly found: readonly FileId[];
  /** How many folders and files were passed over since a `.gitignore` names them. */
  readonly ignored: number;
  /** What could not be looked at. */
  readonly errors: readonly FileMessage[];
}

/** Something about a file or folder that the user must know and that is no finding. */
export interface FileMessage {
  readonly file: FileId;
  /** A sentence. */
  readonly message: string;
}

/** All that the bound allows, but what `.gitignore` files name. */
const usualSearch: SearchOptions = { followsIgnoreFiles: true, limit: searchLimit };

/** Sorts the user's paths into files and folders, and searches the folders. */
export async function findTargets(
  paths: readonly string[],
  access: FileAccess,
  options: Partial<SearchOptions> = {},
): Promise<Targets> {
  const named: FileId[] = [];
  const folders: string[] = [];
  const errors: FileMessage[] = [];
  for (const path of paths) {
    try {
      const state = statSync(path);
      if (state.isDirectory()) {
        accessSync(path, constants.R_OK | constants.X_OK);
        folders.push(path);
      } else named.push(fileOfPath(path));
    } catch (error) {
      errors.push({ file: fileOfPath(path), message: reasonOf(error) });
    }
  }
  const search = { ...usualSearch, ...options };
  const { candidates, ignored, unread, isCut } = await searchFolders(folders, search);
  errors.push(...oursAmongUnread(unread));
  if (isCut) errors.push(...folders.slice(0, 1).map((folder) => tooMuch(fileOfPath(folder), search.limit)));
  return { named, folders, found: await oursAmong(candidates, access), ignored, errors };
}

/** Folders that hold our files and nothing else. Of others, as `/root`, nobody asked. */
const ownFolder = /\/(?:etc\/xen|xen\/auto|etc\/network|network\/interfaces\.d)$/;

function oursAmongUnread(unread: ReadonlyMap<string, Error>): readonly FileMessage[] {
  return [...unread]
    .filter(([path]) => ownFolder.test(path.split(sep).join('/')))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, error]) => ({ file: fileOfPath(path), message: reasonOf(error) }));
}

function tooMuch(file: FileId, limit: number): FileMessage {
  const number = limit.toLocaleString('en');
  const message = `More than ${number} files and folders lie here, and the rest was not searched. Name the folders that matter.`;
  return { file, message };
}

/** So many files are read at once, for the disk has its waits. */
const filesAtOnce = 16;

async function oursAmong(candidates: readonly Candidate[], access: FileAccess): Promise<readonly FileId[]> {
  const found: FileId[] = [];
  const sorted = candidates.toSorted(
    (a, b) => Number(a.isLink) - Number(b.isLink) || (a.path < b.path ? -1 : Number(a.path > b.path)),
  );
  for (let from = 0; from < sorted.length; from += filesAtOnce) {
    const batch = sorted.slice(from, from + filesAtOnce).map(({ path }) => fileOfPath(path));
    const areOurs = await Promise.all(batch.map((file) => isOurs(file, access)));
    found.push(...batch.filter((_, index) => areOurs[index]));
  }
  return found;
}

import type { Dirent } from 'node:fs';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { FileAccess, FileId } from '../core/index.ts';
import { isInterfacesPath, languageOf, pathOf, xlKindOfPath } from '../core/index.ts';
import { reasonOf } from '../node/file-access.ts';
import { fileOfPath } from './paths.ts';

/** What the user's paths stand for. */
export interface Targets {
  /** The files named outright. */
  readonly named: readonly FileId[];
  /** The folders named. */
  readonly folders: readonly string[];
  /** Our files in those folders, by their paths; symbolic links last, so that a file counts under its own name. */
  readonly found: readonly FileId[];
  /** What could not be looked at. */
  readonly errors: readonly FileMessage[];
}

/** Something about a file or folder that the user must know and that is no finding. */
export interface FileMessage {
  readonly file: FileId;
  /** A sentence. */
  readonly message: string;
}

/** Sorts the user's paths into files and folders, and searches the folders. */
export async function findTargets(paths: readonly string[], access: FileAccess): Promise<Targets> {
  const named: FileId[] = [];
  const folders: string[] = [];
  const candidates: Candidate[] = [];
  const errors: FileMessage[] = [];
  for (const path of paths) {
    try {
      const state = statSync(path);
      if (state.isDirectory()) {
        accessSync(path, constants.R_OK | constants.X_OK);
        folders.push(path);
        candidates.push(...candidatesIn(resolve(path)));
      } else named.push(fileOfPath(path));
    } catch (error) {
      errors.push({ file: fileOfPath(path), message: reasonOf(error) });
    }
  }
  return { named, folders, found: await oursAmong(candidates, access), errors };
}

/** A file whose name does not rule out that it is ours. */
interface Candidate {
  readonly path: string;
  readonly isLink: boolean;
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

/** So much of a text is looked at to tell its language; what is longer begins with a book of comments, or is no configuration. */
const lookedAt = 65_536;

async function isOurs(file: FileId, access: FileAccess): Promise<boolean> {
  const path = pathOf(file);
  if (isInterfacesPath(path) || xlKindOfPath(path) !== undefined) return true;
  const content = await access.read(file);
  if (content.kind !== 'text') return false;
  const text = content.text.slice(0, lookedAt);
  // A name that speaks of neither language more than of a hundred others needs words that do.
  if (basename(path) !== 'interfaces') return languageOf(file, text) === 'xl';
  return text.trim() === '' || languageOf(file, text) === 'interfaces';
}

/** Made by the kernel: they hold no configuration, and links that lead everywhere. */
const kernelFolders = ['/proc', '/sys', '/dev'];

/** The files that may be ours. Hidden folders, `node_modules` and symbolic links to folders are passed over, links to files are not. */
function* candidatesIn(folder: string): Generator<Candidate> {
  for (const entry of readFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || kernelFolders.includes(path)) continue;
    if (entry.isDirectory()) yield* candidatesIn(path);
    else if (mayBeOurs(path) && isFile(path)) yield { path, isLink: entry.isSymbolicLink() };
  }
}

/** By its name: one of ours, or one that many programs give their files, xl among them. */
function mayBeOurs(path: string): boolean {
  const address = path.split(sep).join('/');
  return (
    /\/interfaces$|\.(?:cfg|conf)$/.test(address) || isInterfacesPath(address) || xlKindOfPath(address) !== undefined
  );
}

function readFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder below the one that the user named, and not the user's to read.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileAccess, FileId } from '../core/index.ts';
import { isInterfacesPath, isInterfacesText, pathOf } from '../core/index.ts';
import { reasonOf } from '../node/file-access.ts';
import { fileOfPath } from './paths.ts';

/** What the user's paths stand for. */
export interface Targets {
  /** The files named outright. */
  readonly named: readonly FileId[];
  /** The folders named. */
  readonly folders: readonly string[];
  /** The interfaces files in those folders. */
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
  const found: FileId[] = [];
  const errors: FileMessage[] = [];
  for (const path of paths) {
    try {
      const state = statSync(path);
      if (state.isDirectory()) {
        accessSync(path, constants.R_OK | constants.X_OK);
        folders.push(path);
        found.push(...(await interfacesFilesIn(path, access)));
      } else named.push(fileOfPath(path));
    } catch (error) {
      errors.push({ file: fileOfPath(path), message: reasonOf(error) });
    }
  }
  return { named, folders, found, errors };
}

async function interfacesFilesIn(folder: string, access: FileAccess): Promise<readonly FileId[]> {
  const files: FileId[] = [];
  for (const path of candidatesIn(resolve(folder))) {
    const file = fileOfPath(path);
    if (isInterfacesPath(pathOf(file)) || (basename(path) === 'interfaces' && (await isOurs(file, access))))
      files.push(file);
  }
  return files;
}

async function isOurs(file: FileId, access: FileAccess): Promise<boolean> {
  const content = await access.read(file);
  return content.kind === 'text' && isInterfacesText(file, content.text);
}

/** Made by the kernel: they hold no configuration, and links that lead everywhere. */
const kernelFolders = ['/proc', '/sys', '/dev'];

/**
 * The files whose name or folder tells of interfaces. Hidden folders, `node_modules` and symbolic links to folders are
 * passed over, links to files are not.
 */
function* candidatesIn(folder: string): Generator<string> {
  const isDropInFolder = basename(folder) === 'interfaces.d';
  for (const entry of readFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || kernelFolders.includes(path)) continue;
    if (entry.isDirectory()) yield* candidatesIn(path);
    else if ((isDropInFolder || /^interfaces(?:\.new)?$/.test(entry.name)) && isFile(path)) yield path;
  }
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A folder below the one that the user named, and not the user's to read.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

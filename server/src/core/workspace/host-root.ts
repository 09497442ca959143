import type { FileId } from '../text/location.ts';
import { baseName, entryOf, folderOf, pathOf, withPath } from '../text/paths.ts';

const networkFolder = '/etc/network/';

/** Where dom0 has the files of its domUs. */
const xenFolder = '/etc/xen/';

/** Where the files of one host lie. */
export interface HostPlace {
  readonly main: FileId;
  /** The folder that is `/` to the host; `undefined` when neither the path nor a setting tells. */
  readonly root: FileId | undefined;
}

/** The place of the host with this main file. `hosts`: the folders that a setting calls `/` of a host. */
export function placeOf(main: FileId, hosts: readonly FileId[]): HostPlace {
  return { main, root: rootOf(main, hosts) };
}

/**
 * The folder that is `/` to the host of this file: the innermost of `hosts` that holds it, else what stands before
 * `/etc/network/` in its path, the last such.
 */
function rootOf(file: FileId, hosts: readonly FileId[]): FileId | undefined {
  return namedRootOf(file, hosts) ?? folderBefore(networkFolder, file);
}

/** As {@link placeOf} finds it for a main file, the root of the host that a file in xl's language belongs to. */
export function domainHostRootOf(file: FileId, hosts: readonly FileId[]): FileId | undefined {
  return namedRootOf(file, hosts) ?? folderBefore(xenFolder, file);
}

function folderBefore(known: string, file: FileId): FileId | undefined {
  const path = pathOf(file);
  const at = path.lastIndexOf(known);
  return at < 0 ? undefined : withPath(file, path.slice(0, at) || '/');
}

/** The innermost folder that a setting calls `/` of a host and that holds the file. */
export function namedRootOf(file: FileId, hosts: readonly FileId[]): FileId | undefined {
  const [innermost] = hosts
    .filter((folder) => isInside(file, folder))
    .toSorted((a, b) => pathOf(b).length - pathOf(a).length);
  return innermost;
}

/** The main files that may include this one, the likeliest first; itself when it is one. */
export function mainFilesFor(file: FileId, hosts: readonly FileId[]): readonly FileId[] {
  const isDropIn = /\/interfaces\.d\/[^/]+$/.test(pathOf(file));
  if (/^interfaces(?:\.new)?$/.test(baseName(file)) && !isDropIn) return [file];
  const root = rootOf(file, hosts);
  const named = namedRootOf(file, hosts);
  const folders = new Set([
    ...(root === undefined ? [] : [entryOf(root, 'etc/network')]),
    ...(isDropIn ? [folderOf(folderOf(file))] : []),
    ...(named === undefined ? [] : foldersBetween(file, named)),
  ]);
  return [...folders].flatMap((folder) => ['interfaces', 'interfaces.new'].map((name) => entryOf(folder, name)));
}

function foldersBetween(file: FileId, root: FileId): readonly FileId[] {
  const folder = folderOf(file);
  return folder === root || folder === file ? [folder] : [folder, ...foldersBetween(folder, root)];
}

/**
 * Where an absolute path of the host lies. Of a main file outside `/etc/network/`, as in a role or a backup, the folder
 * is taken to be `/etc/network/`. `undefined`: the host's root is not known, so the path cannot be found.
 */
export function locate(place: HostPlace, path: string): FileId | undefined {
  const clean = normalise(path);
  if (`${clean}/`.startsWith(networkFolder)) return entryOf(networkFolderOf(place), clean.slice(networkFolder.length));
  return place.root === undefined ? undefined : entryOf(place.root, clean.slice(1));
}

/** The path of a file as its host has it; the plain path where the host's root is not known. */
export function pathOnHost(place: HostPlace, file: FileId): string {
  const path = pathOf(file);
  const network = networkFolderOf(place);
  if (isInside(file, network)) return networkFolder + path.slice(pathIn(pathOf(network)).length);
  return place.root !== undefined && isInside(file, place.root)
    ? path.slice(pathIn(pathOf(place.root)).length - 1)
    : path;
}

function networkFolderOf({ main, root }: HostPlace): FileId {
  const canonical = root && entryOf(root, 'etc/network');
  return canonical !== undefined && isInside(main, canonical) ? canonical : folderOf(main);
}

/** Whether a file lies in a folder, or in one below it. */
export function isInside(file: FileId, folder: FileId): boolean {
  return withPath(file, '/') === withPath(folder, '/') && pathOf(file).startsWith(pathIn(pathOf(folder)));
}

/** A folder's path with `/` at its end. */
export function pathIn(folder: string): string {
  return folder.replace(/\/*$/, '/');
}

/** An absolute path without `.`, `..` and empty parts; above `/` is `/`, also for a host that is a folder of a project. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

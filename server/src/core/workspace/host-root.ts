import type { FileId } from '../text/location.ts';
import { baseName, entryOf, folderOf, pathOf, withPath } from '../text/paths.ts';

const networkFolder = '/etc/network/';

/**
 * The folder that is `/` to the host of this file: what stands before `/etc/network/` in its path, the last such.
 * `undefined`: the path does not tell.
 */
export function rootOf(file: FileId): FileId | undefined {
  const path = pathOf(file);
  const at = path.lastIndexOf(networkFolder);
  return at < 0 ? undefined : withPath(file, path.slice(0, at) || '/');
}

/** The main files that may include this one, the likeliest first; itself when it is one. */
export function mainFilesFor(file: FileId): readonly FileId[] {
  const isMain = /^interfaces(?:\.new)?$/.test(baseName(file)) && !/\/interfaces\.d\/[^/]+$/.test(pathOf(file));
  const root = rootOf(file);
  if (isMain) return [file];
  const folder = root === undefined ? folderOf(folderOf(file)) : entryOf(root, 'etc/network');
  const beside = /\/interfaces\.d\/[^/]+$/.test(pathOf(file)) || root !== undefined;
  return beside ? ['interfaces', 'interfaces.new'].map((name) => entryOf(folder, name)) : [];
}

/**
 * Where an absolute path of the host lies. Of a host whose root is not known, `/etc/network/` is taken to be the folder
 * of its main file, as in a role or a backup; any other path cannot be found (`undefined`).
 */
export function locate(main: FileId, path: string): FileId | undefined {
  const root = rootOf(main);
  if (root !== undefined) return entryOf(root, path.replace(/^\/+/, ''));
  if (path.startsWith(networkFolder)) return entryOf(folderOf(main), path.slice(networkFolder.length));
  return undefined;
}

/** The path of a file as its host has it; the plain path where the host's root is not known. */
export function pathOnHost(main: FileId, file: FileId): string {
  const root = rootOf(main);
  const path = pathOf(file);
  if (root !== undefined) return path.slice(pathOf(root).replace(/\/$/, '').length);
  const folder = pathOf(folderOf(main));
  return path.startsWith(`${folder}/`) ? networkFolder + path.slice(folder.length + 1) : path;
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import ignore from 'ignore';

/** What the `.gitignore` of a folder says, and those of the folders above it. */
interface Level {
  readonly folder: string;
  readonly rules: Ignore;
  readonly above: Level | undefined;
}

/**
 * Tells what the `.gitignore` files below a folder ignore, and those above it up to the root of its repository, as git does: the
 * nearest one that speaks of a path decides. A folder that is itself ignored was asked for all the same; those above it then
 * say nothing.
 *
 * @returns whether a path below the folder is ignored; it must be asked for each folder before what lies in it
 */
export function readIgnoreFiles(root: string): (path: string, isFolder: boolean) => boolean {
  const levels = new Map<string, Level | undefined>();
  const above = levelAbove(root);
  const levelOf = (folder: string): Level | undefined => {
    if (levels.has(folder)) return levels.get(folder);
    const level = levelIn(folder, folder === root ? above : levelOf(dirname(folder)));
    levels.set(folder, level);
    return level;
  };
  return (path, isFolder) => isIgnored(levelOf(dirname(path)), path, isFolder);
}

function levelAbove(root: string): Level | undefined {
  const folders = foldersAbove(root);
  const level = folders.reduce<Level | undefined>((above, folder) => levelIn(folder, above), undefined);
  return isIgnored(level, root, true) ? undefined : level;
}

/** The folders of the repository in which a folder lies, from its root down; empty where there is none. */
function foldersAbove(root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = root; !existsSync(join(folder, '.git')); folder = dirname(folder)) {
    if (dirname(folder) === folder) return [];
    folders.unshift(dirname(folder));
  }
  return folders;
}

function levelIn(folder: string, above: Level | undefined): Level | undefined {
  const text = textOf(join(folder, '.gitignore'));
  return text === undefined ? above : { folder, rules: ignore({ ignorecase: false }).add(text), above };
}

function textOf(file: string): string | undefined {
  try {
    // Most folders have none, and an exception takes long.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    return readFileSync(file, 'utf8');
  } catch {
    // It may not be read, or is a link in a circle.
    return undefined;
  }
}

function isIgnored(level: Level | undefined, path: string, isFolder: boolean): boolean {
  if (level === undefined) return false;
  const inFolder = relative(level.folder, path).split(sep).join('/');
  const { ignored, unignored } = level.rules.test(isFolder ? `${inFolder}/` : inFolder);
  return ignored || (!unignored && isIgnored(level.above, path, isFolder));
}

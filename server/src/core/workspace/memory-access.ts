import type { FileId } from '../text/location.ts';
import { entryOf, fileId, folderOf, pathOf, withPath } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';

type ByPath = Readonly<Record<string, string>>;

/**
 * Files that lie in memory, by their absolute paths: for texts from elsewhere and for tests.
 *
 * @param links what symbolic links say, by their paths; they lead to files, not to folders, by the paths of this memory
 */
export function memoryAccess(files: ByPath, links: ByPath = {}): FileAccess {
  const texts = byPath(files);
  const targets = byPath(links);
  const follow = (path: string, before: readonly string[] = []): string => {
    const target = targets.get(path);
    if (target === undefined || before.includes(path)) return path;
    const next = target.startsWith('/') ? target : pathOf(entryOf(folderOf(memoryFile(path)), target));
    return follow(next, [...before, path]);
  };
  return {
    read: async (file) => {
      const text = texts.get(follow(pathOf(file)));
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    list: async (folder) => {
      const prefix = `${pathOf(folder).replace(/\/$/, '')}/`;
      const rests = [...texts.keys(), ...targets.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
      const names = new Set(rests.map((rest) => rest.split('/', 1)[0] ?? ''));
      if (names.size === 0) return undefined;
      return [...names].map((name) => ({ name, isFolder: rests.some((rest) => rest.startsWith(`${name}/`)) }));
    },
    realPath: async (file) => {
      const path = follow(pathOf(file));
      return texts.has(path) ? withPath(file, path) : file;
    },
    readLink: async (file) => targets.get(pathOf(file)),
  };
}

function byPath(entries: ByPath): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries).map(([path, text]) => [pathOf(memoryFile(path)), text] as const));
}

/** The address of a file in memory. */
export function memoryFile(path: string): FileId {
  return withPath(fileId('memory:///'), path);
}

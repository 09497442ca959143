import type { FileId } from '../text/location.ts';
import { fileId, pathOf, withPath } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';

/** Files that lie in memory, by their absolute paths: for texts from elsewhere and for tests. */
export function memoryAccess(files: Readonly<Record<string, string>>): FileAccess {
  const texts = new Map(Object.entries(files).map(([path, text]) => [pathOf(memoryFile(path)), text] as const));
  return {
    read: async (file) => {
      const text = texts.get(pathOf(file));
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    list: async (folder) => {
      const prefix = `${pathOf(folder).replace(/\/$/, '')}/`;
      const rests = [...texts.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
      const names = new Set(rests.map((rest) => rest.split('/', 1)[0] ?? ''));
      if (names.size === 0) return undefined;
      return [...names].map((name) => ({ name, isFolder: rests.some((rest) => rest.startsWith(`${name}/`)) }));
    },
    realPath: async (file) => file,
  };
}

/** The address of a file in memory. */
export function memoryFile(path: string): FileId {
  return withPath(fileId('memory:///'), path);
}

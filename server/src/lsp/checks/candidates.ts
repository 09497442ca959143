import type { FileAccess, FileId } from '../../core/index.ts';
import { mainFilesFirst } from '../../core/index.ts';

/** The files of the editor's folders that may be ours, as the last search found them, each under one name. */
export interface Candidates {
  readonly has: (name: FileId) => boolean;
  /** Whether a file is among them by its name or its real path: a folder of the editor may be a link. */
  readonly isFound: (file: FileId) => boolean;
  /** What a file is called, by its real path. */
  readonly nameOf: (file: FileId) => FileId;
  /** In the order in which they make units. The same list until one comes or goes. */
  readonly all: () => readonly FileId[];
  readonly wantSearch: () => void;
  readonly isSearchWanted: () => boolean;
  /** Looks for them anew where that is wanted; when it fails, it is wanted still. */
  readonly refresh: () => Promise<void>;
  /** A file or a folder is gone from the disk. */
  readonly forgetBelow: (gone: FileId) => void;
  /** Leaves out those that are not to be checked any more. */
  readonly keepOnly: (isWanted: (name: FileId) => boolean) => void;
}

/** What one search found. */
interface Found {
  /** The names, by real path. */
  readonly names: ReadonlyMap<FileId, FileId>;
  /** Those that are there under other names, too. */
  readonly severalNamed: ReadonlySet<FileId>;
}

/** @param findFiles gives the files; of two names of one file the one that counts comes first */
export function candidatesOf(findFiles: () => Promise<readonly FileId[]>, { realPath }: FileAccess): Candidates {
  let isSearchWanted = true;
  /** What went since the search began that is under way: it may have been seen before. */
  let goneMeanwhile: FileId[] | undefined;
  let names: Found['names'] = new Map();
  let severalNamed: Found['severalNamed'] = new Set();
  let candidates: ReadonlySet<FileId> = new Set();
  let order: readonly FileId[] = [];
  const setNames = (next: Found['names']): void => {
    const files = [...next.values()];
    names = next;
    candidates = new Set(files);
    order = mainFilesFirst(files).flat();
  };
  const keepOnly = (isWanted: (name: FileId) => boolean): void => {
    if (!order.every(isWanted)) setNames(new Map([...names].filter(([, name]) => isWanted(name))));
  };
  const forget = (gone: FileId): void => {
    const isGone = (name: FileId): boolean => name === gone || name.startsWith(`${gone}/`);
    // The file may still be there under another name.
    if (order.some((name) => isGone(name) && severalNamed.has(name))) isSearchWanted = true;
    keepOnly((name) => !isGone(name));
  };
  return {
    has: (name) => candidates.has(name),
    isFound: (file) => candidates.has(file) || names.has(file),
    nameOf: (file) => names.get(file) ?? file,
    all: () => order,
    wantSearch: () => {
      isSearchWanted = true;
    },
    isSearchWanted: () => isSearchWanted,
    refresh: async () => {
      if (!isSearchWanted) return;
      // It may be wanted again before it is done.
      isSearchWanted = false;
      goneMeanwhile = [];
      try {
        const found = await eachOnce(await findFiles(), realPath);
        setNames(found.names);
        severalNamed = found.severalNamed;
        for (const gone of goneMeanwhile) forget(gone);
      } catch (error) {
        isSearchWanted = true;
        throw error;
      } finally {
        goneMeanwhile = undefined;
      }
    },
    forgetBelow: (gone) => {
      goneMeanwhile?.push(gone);
      forget(gone);
    },
    keepOnly,
  };
}

/** Each file once, under the first of its names. */
async function eachOnce(files: readonly FileId[], realPath: FileAccess['realPath']): Promise<Found> {
  const real = await Promise.all(files.map(realPath));
  const names = new Map<FileId, FileId>();
  const severalNamed = new Set<FileId>();
  for (const [index, file] of files.entries()) {
    const key = real[index] ?? file;
    const first = names.get(key);
    if (first === undefined) names.set(key, file);
    else severalNamed.add(first);
  }
  return { names, severalNamed };
}

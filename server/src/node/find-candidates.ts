import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';
import { searchFolders } from './search-folders.ts';

/** An editor that opens a whole disk does not mean to have it searched. */
const limit = 200_000;

/**
 * The files below folders of this machine whose names may be ours, for an editor that does not find them itself; about in the
 * order of how high they lie.
 *
 * @param most so many files at most are given
 */
export async function findCandidates(folders: readonly FileId[], most: number): Promise<readonly FileId[]> {
  const paths = folders.map(pathHere).filter((path) => path !== undefined);
  const { candidates } = await searchFolders(paths, { followsIgnoreFiles: true, limit });
  return candidates.slice(0, most).map(({ path }) => fileId(pathToFileURL(path).href));
}

/** The path of a folder; `undefined`: it is not of this machine, as one of `file://server/` where there are no such paths. */
function pathHere(folder: FileId): string | undefined {
  try {
    return fileURLToPath(folder);
  } catch {
    return undefined;
  }
}

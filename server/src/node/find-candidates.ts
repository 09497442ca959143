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
  const paths = folders.filter((folder) => folder.startsWith('file:')).map((folder) => fileURLToPath(folder));
  const { candidates } = await searchFolders(paths, { followsIgnoreFiles: true, limit });
  return candidates.slice(0, most).map(({ path }) => fileId(pathToFileURL(path).href));
}

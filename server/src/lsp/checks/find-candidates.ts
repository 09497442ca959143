import type { MessageConnection } from 'vscode-jsonrpc';
import type { FileId } from '../../core/index.ts';
import { candidatePattern, fileId, mayBeOurs, pathOf } from '../../core/index.ts';
import type { ClientProfile } from '../client-profile.ts';
import { logFault } from '../guard.ts';
import { findFilesRequest } from '../messages.ts';

/**
 * Looks in folders, and in those below them that nobody excludes, for files whose names may be ours.
 *
 * @param most so many files at most are given
 */
export type FindCandidates = (folders: readonly FileId[], most: number) => Promise<readonly FileId[]>;

/** More files are not looked at: no site has them, and reading them all would be work that nobody asked for. */
const mostCandidates = 10_000;

/** MessageType.Warning */
const warningMessage = 2;

/** Finds files as the editor does, or else by `own`; each once, in an order that does not change. */
export function candidateFinder(
  connection: MessageConnection,
  { options }: ClientProfile,
  own: FindCandidates = async () => [],
): (folders: readonly FileId[]) => Promise<readonly FileId[]> {
  const find = options.findsFiles === true ? throughEditor(connection) : oneByOne(connection, own);
  return async (folders) => {
    if (folders.length === 0) return [];
    const found = await find(folders, mostCandidates);
    if (found.length >= mostCandidates) {
      const message = `More than ${mostCandidates} files have names as Bridgewise reads them; the rest is checked only when opened.`;
      await connection.sendNotification('window/logMessage', { type: warningMessage, message });
    }
    const files = [...new Set(found)].filter((file) => mayBeOurs(pathOf(file)));
    return files.sort(byOwnName);
  };
}

/** A folder in which nothing can be found hides nothing of the others. */
function oneByOne(connection: MessageConnection, find: FindCandidates): FindCandidates {
  return async (folders, most) => {
    const found: FileId[] = [];
    for (const folder of folders) {
      const files = await find([folder], most - found.length).catch((error: unknown) => {
        logFault(connection, `Looking for files in ${folder}`, error);
        return [];
      });
      found.push(...files);
    }
    return found;
  };
}

function throughEditor(connection: MessageConnection): FindCandidates {
  return async (folders, most) => {
    const { uris } = await connection.sendRequest(findFilesRequest, { folders, pattern: candidatePattern, most });
    return uris.map(fileId);
  };
}

/** Links that start a domU with its dom0 come last, so that a file counts under its own name. */
function byOwnName(one: FileId, other: FileId): number {
  const isLink = (file: FileId): boolean => file.includes('/xen/auto/');
  return Number(isLink(one)) - Number(isLink(other)) || (one < other ? -1 : 1);
}

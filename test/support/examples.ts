import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding, Snapshot } from '../../server/src/core/index.ts';
import { checkSnapshot, loadSnapshot, memoryAccess, memoryFile, rules } from '../../server/src/core/index.ts';
import { ROOT } from './project-files.ts';

const folder = join(ROOT, 'examples');

/** The files of both example hosts as they lie in the project, by paths that begin with `/examples/`. */
export const exampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/examples${path.slice(folder.length).split(sep).join('/')}`, readFileSync(path, 'utf8')] as const;
    })
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);

/** The folders that are `/` to the two hosts: the how-to's one, and the one with a fault of each kind. */
export const goodHost = '/examples/';
export const faultyHost = '/examples/faulty/';

/** What an editor or the command line finds in a host when all of these files are there. */
export async function checkExampleHost(
  root: string,
  files: Readonly<Record<string, string>> = exampleFiles,
): Promise<{ readonly snapshot: Snapshot; readonly findings: readonly Finding[] }> {
  const settings = async () => ({ dialect: 'auto' as const, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(`${root}etc/network/interfaces`), settings);
  if (snapshot === undefined) throw new Error(`there is no host at ${root}`);
  return { snapshot, findings: checkSnapshot(snapshot, rules, {}, () => 1) };
}

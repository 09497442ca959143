import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './project-files.ts';

/**
 * The folder of third-party test data, which may not be copied into the project: named by BRIDGEWISE_CORPUS, else looked for
 * beside the project. `undefined` where there is none; tests that read it are skipped then.
 */
export const THIRD_PARTY_CORPUS: string | undefined = [
  process.env['BRIDGEWISE_CORPUS'] ?? '',
  join(ROOT, '../shared/corpus'),
].find((folder) => folder !== '' && existsSync(folder));

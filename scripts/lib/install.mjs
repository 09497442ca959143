import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs the packages that the lock file names, when what is installed differs from it.
 *
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(say) {
  const reason = staleBecause();
  if (reason === undefined) return;
  say(`npm ci: ${reason} (about 30 s, 400 MB in node_modules)`);
  const started = Date.now();
  // No package's script is needed, so none is run.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await withProgress(say, npm(['ci', ...options], { doing: 'installing packages (npm ci)' }));
  say(`packages installed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/**
 * Compares the lock file with the one that npm leaves in node_modules as the last step of an installation.
 *
 * @returns {string | undefined} why packages must be installed, or `undefined` when all is as it should be
 */
function staleBecause() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules/.package-lock.json'));
  if (!installed) return 'no packages are installed yet';
  for (const [path, { version, optional }] of Object.entries(wanted ?? {})) {
    if (path === '') continue;
    const found = installed[path]?.version;
    // Optional packages are those of other systems and processors, mostly.
    if (found === undefined && optional) continue;
    if (found === undefined) return `${path} is missing`;
    if (found !== version) return `${path} is ${found}, not ${version}`;
    if (!existsSync(join(ROOT, path))) return `${path} is missing`;
  }
  return undefined;
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

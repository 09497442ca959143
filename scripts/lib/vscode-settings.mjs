import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings of a VS Code that is started for one purpose: no welcome page, no updates, nothing sent. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Writes the user settings of a fresh profile.
 *
 * @param {string} userData VS Code's --user-data-dir
 * @param {Record<string, unknown>} [more] settings besides the quiet ones, or instead of them
 */
export async function writeUserSettings(userData, more = {}) {
  const folder = join(userData, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify({ ...QUIET, ...more }, null, 2)}\n`);
}

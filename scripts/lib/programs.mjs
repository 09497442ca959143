import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/**
 * The first of these programs that the machine has.
 *
 * @param {readonly string[]} names looked up in PATH, or absolute paths
 * @returns {string | undefined} its path
 */
export function findProgram(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const places = names.flatMap((name) =>
    /[/\\]/.test(name) ? [name] : folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  return places.find((path) => existsSync(path));
}

/** Chromium, or a browser made of it: named by BRIDGEWISE_CHROMIUM, else the system's. */
export function findChromium() {
  const named = process.env['BRIDGEWISE_CHROMIUM'];
  return named
    ? findProgram(named)
    : findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * The project's package.json.
 *
 * @returns {{ publisher: string, name: string, version: string, [key: string]: any }}
 */
export function readManifest() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
}

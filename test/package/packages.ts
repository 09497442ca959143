import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../support/project-files.ts';

/** Makes both packages, once for all tests of this folder (vitest calls it as the project's set-up). */
export function setup(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/package.mjs')], { cwd: ROOT, stdio: 'inherit' });
}

/** The package with this ending, absolute. */
export function packagePath(ending: '.vsix' | '.tgz'): string {
  const names = readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith(ending));
  const [name] = names;
  if (names.length !== 1 || name === undefined) throw new Error(`dist/ holds not one ${ending}, but: ${names}`);
  return join(ROOT, 'dist', name);
}

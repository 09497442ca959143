// run-typescript.mjs SCRIPT [ARGUMENT...]: runs a TypeScript script on any supported Node, without a build of its own.
// The script runs in the project's root (process.cwd()) and sees its arguments in process.argv from index 2 on.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './lib/paths.mjs';

const [script, ...scriptArguments] = process.argv.slice(2);
if (!script) {
  console.error('usage: run-typescript.mjs SCRIPT [ARGUMENT...]');
  process.exit(2);
}

process.chdir(ROOT);
await mkdir(join(ROOT, 'out'), { recursive: true });
// Inside the project, so that the packages it imports are found.
const folder = await mkdtemp(join(ROOT, 'out', 'script-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'script.mjs');
await build({
  entryPoints: [join(ROOT, script)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: { '.md': 'text' },
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0] ?? 'node', join(ROOT, script), ...scriptArguments];
await import(pathToFileURL(outfile).href);

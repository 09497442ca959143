import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/lib/paths.mjs';

/**
 * The suites of a run, from the project's root.
 *
 * @param {import('./runs.mjs').Run} run
 */
export function suitesOf(run) {
  const folder = join(ROOT, 'test/vscode', run.suites);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `./test/vscode/${run.suites}/${name}`);
}

/**
 * Bundles the suites of a run, with what runs them, into one module that VS Code loads as its tests.
 *
 * @param {import('./runs.mjs').Run} run
 * @returns {Promise<string>} its path
 */
export async function bundleSuites(run) {
  const outfile = join(ROOT, 'out/vscode-suites', `${run.suites}.js`);
  const runner = run.web ? 'run-in-worker.ts' : 'run-in-node.ts';
  await build({
    absWorkingDir: ROOT,
    stdin: {
      resolveDir: ROOT,
      loader: 'ts',
      // The suites are loaded by a call: describe() must be there first.
      contents: `
        import { runMocha } from './test/vscode/support/${runner}';
        export const run = () => runMocha(() => { ${suitesOf(run)
          .map((path) => `require('${path}');`)
          .join(' ')} });`,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    // As in the build: what the server uses names its ES modules under "module".
    mainFields: run.web ? ['browser', 'module', 'main'] : ['module', 'main'],
    ...(run.web
      ? {
          platform: 'browser',
          external: ['vscode'],
          define: { global: 'globalThis' },
          alias: { 'node:assert/strict': './test/vscode/support/assert-in-worker.ts' },
        }
      : { platform: 'node', external: ['vscode', 'mocha'] }),
    loader: { '.md': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

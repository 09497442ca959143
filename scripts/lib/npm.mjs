import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { explainFailure } from './failures.mjs';
import { run } from './run.mjs';

/**
 * Runs npm to its end.
 *
 * @param {readonly string[]} npmArguments
 * @param {{ cwd?: string, doing: string, onOutput?: (text: string) => void }} options doing: for the message when it fails
 * @returns {Promise<string>} what it printed
 */
export async function npm(npmArguments, { cwd, doing, onOutput }) {
  const script = npmScript();
  const [program, first] = script ? [process.execPath, [script]] : ['npm', []];
  const { code, output } = await run(program, [...first, ...npmArguments], {
    ...(cwd ? { cwd } : {}),
    ...(onOutput ? { onOutput } : {}),
    env: plainEnvironment(),
  });
  if (code !== 0) throw explainFailure(doing, output);
  return output;
}

/** npm's own script: named when npm started this one, else where Node's packages have it; a Windows shell is avoided so. */
function npmScript() {
  const running = process.env['npm_execpath'];
  if (running && /npm-cli\.c?js$/.test(running)) return running;
  const beside = dirname(process.execPath);
  const places = [
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  return places.find((path) => existsSync(path));
}

/** Without what `npm run` adds for the project's own script: it would be taken as settings of the npm started here. */
function plainEnvironment() {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:lifecycle|package|command|execpath|node_execpath)/.test(name),
  );
  return { ...Object.fromEntries(env), npm_config_update_notifier: 'false' };
}

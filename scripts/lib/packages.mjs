import { chmod, cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { explainFailure, StepError } from './failures.mjs';
import { ensureInstalled } from './install.mjs';
import { readManifest } from './manifest.mjs';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { runTool } from './run.mjs';

/** What an installed extension may take of a user's disk and network. */
const MAX_VSIX_BYTES = 1_200_000;

/** What the npm package holds besides its manifest; the rule pages come to it. */
const TARBALL_FILES = {
  'dist/cli.js': 'cli.js',
  'dist/server.js': 'server.js',
  'README.md': 'README.md',
  LICENSE: 'LICENSE',
};

/**
 * Makes both packages from a fresh minified build.
 *
 * @param {(line: string) => void} say
 */
export async function makePackages(say) {
  await ensureInstalled(say);
  say('build for production');
  const built = await runTool('scripts/build.mjs', ['--production']);
  if (built.code !== 0) throw new StepError(built.output.trimEnd());
  await removeOldPackages();
  for (const path of [await makeVsix(), await makeTarball()]) {
    const { size } = await stat(path);
    say(`${path.slice(ROOT.length + 1)}  ${(size / 1000).toFixed(0)} kB`);
  }
}

async function removeOldPackages() {
  const old = (await readdir(join(ROOT, 'dist'))).filter((name) => /\.(?:vsix|tgz)$/.test(name));
  await Promise.all(old.map((name) => rm(join(ROOT, 'dist', name))));
}

/** @returns {Promise<string>} the path of the package */
async function makeVsix() {
  const { name, version } = readManifest();
  const path = join(ROOT, 'dist', `${name}-${version}.vsix`);
  const { code, output } = await runTool('node_modules/@vscode/vsce/vsce', [
    'package',
    // Everything is in the bundles.
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    ...['--out', path],
  ]);
  if (code !== 0) throw explainFailure('making the .vsix (vsce package)', output);
  const { size } = await stat(path);
  if (size > MAX_VSIX_BYTES) {
    throw new StepError(
      `${path} has ${size} bytes, more than ${MAX_VSIX_BYTES}`,
      'Look into it with `npx vsce ls --tree`, and into the bundles with esbuild --analyze.',
    );
  }
  return path;
}

/** @returns {Promise<string>} the path of the package */
async function makeTarball() {
  const folder = join(ROOT, 'out/npm-package');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'rules'), { recursive: true });
  for (const [from, to] of Object.entries(TARBALL_FILES)) await cp(join(ROOT, from), join(folder, to));
  await cp(join(ROOT, 'dist/rules'), join(folder, 'rules'), { recursive: true });
  await chmod(join(folder, 'cli.js'), 0o755);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(tarballManifest(), null, 2)}\n`);
  const output = await npm(['pack', '--json', '--pack-destination', join(ROOT, 'dist')], {
    cwd: folder,
    doing: 'making the npm package',
  });
  const [packed] = JSON.parse(output.slice(output.indexOf('[')));
  return join(ROOT, 'dist', basename(packed.filename));
}

/** The manifest without what is VS Code's or the developers'. */
function tarballManifest() {
  const { name, version, description, license, keywords, engines } = readManifest();
  return {
    name,
    version,
    description,
    license,
    keywords,
    engines: { node: engines.node },
    bin: { bridgewise: 'cli.js' },
  };
}

// npm run build [-- --production]: writes the bundles and the rule pages to dist/.
import { chmod, cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { build as esbuild } from 'esbuild';
import { BUNDLES, RULE_PAGES } from './lib/bundles.mjs';
import { isMain, ROOT } from './lib/paths.mjs';

/**
 * Writes all of dist/ anew; a package that lies there (`.vsix`, `.tgz`) stays.
 *
 * @param {{ production?: boolean }} [options] production: minified, without source maps
 * @returns {Promise<{ output: string, bytes: number }[]>} what was written
 */
export async function build({ production = false } = {}) {
  const written = await Promise.all(BUNDLES.map((bundle) => buildBundle(bundle, production)));
  await copyRulePages();
  return written;
}

/** @param {import('./lib/bundles.mjs').Bundle} bundle @param {boolean} production */
async function buildBundle(bundle, production) {
  const output = join(ROOT, bundle.output);
  await esbuild({
    absWorkingDir: ROOT,
    entryPoints: [bundle.entry],
    outfile: output,
    bundle: true,
    platform: bundle.platform,
    format: bundle.format,
    // VS Code 1.91 and the oldest supported Node both run ES2022.
    target: 'es2022',
    external: bundle.external ?? [],
    banner: bundle.banner ? { js: bundle.banner } : {},
    loader: { '.md': 'text' },
    // The language client's packages name their ES modules under "module".
    mainFields: bundle.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
  if (production) await rm(`${output}.map`, { force: true });
  if (bundle.banner) await chmod(output, 0o755);
  return { output: bundle.output, bytes: (await stat(output)).size };
}

async function copyRulePages() {
  const to = join(ROOT, RULE_PAGES.to);
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const from = join(ROOT, RULE_PAGES.from);
  const pages = (await readdir(from, { recursive: true })).filter((path) => path.endsWith('.md'));
  await Promise.all(pages.map((path) => cp(join(from, path), join(to, basename(path)))));
}

if (isMain(import.meta.url)) {
  try {
    const written = await build({ production: process.argv.includes('--production') });
    for (const { output, bytes } of written) console.log(`${output}  ${(bytes / 1000).toFixed(1)} kB`);
  } catch (error) {
    // esbuild has printed each of its errors with its place.
    if (!isBuildFailure(error)) console.error(error);
    console.error('The build failed: mend the errors above and run npm run build again.');
    process.exit(1);
  }
}

/** @param {unknown} error */
function isBuildFailure(error) {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors) && error.errors.length > 0;
}

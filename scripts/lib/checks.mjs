import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} command a script of Node and its arguments, from the project's root
 * @property {string} remedy what to do when it fails
 */

/** One project a layer: what a layer may use of its surroundings is in its own tsconfig. */
const TYPESCRIPT_PROJECTS = [
  'server/src/core',
  'server/src/lsp',
  'server/src/node',
  'server/src/browser',
  'server/src/cli',
  'client/src',
  'client/src/webview',
  'test',
  'test/vscode',
  'scripts',
];

/** @type {readonly Check[]} */
export const CHECKS = [
  {
    name: 'format, lint, imports (biome)',
    command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=100', '.'],
    remedy: 'npm run format mends what can be mended mechanically; change the rest by hand.',
  },
  ...TYPESCRIPT_PROJECTS.map((project) => ({
    name: `types of ${project} (tsc)`,
    command: ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', project],
    remedy: `npx tsc -p ${project} shows them again. "Cannot find name" may mean that this layer must not use it.`,
  })),
  {
    name: 'dead code, undeclared packages (knip)',
    command: ['node_modules/knip/bin/knip.js', '--no-progress'],
    remedy: 'Delete what nothing uses, or drop its export; declare a package in devDependencies.',
  },
  ...(existsSync(join(ROOT, 'scripts/generate.ts'))
    ? [
        {
          name: 'generated files are up to date',
          command: ['scripts/run-typescript.mjs', 'scripts/generate.ts', '--check'],
          remedy: 'npm run generate writes them anew.',
        },
      ]
    : []),
];

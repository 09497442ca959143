/**
 * What `npm run build` makes: one entry a bundle.
 *
 * @typedef {object} Bundle
 * @property {string} entry the source file, from the project's root
 * @property {string} output the bundle, from the project's root
 * @property {'node' | 'browser'} platform
 * @property {'cjs' | 'iife'} format
 * @property {string[]} [external] modules that the host gives
 * @property {string} [banner] first line of the bundle
 */

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    entry: 'client/src/extension.ts',
    output: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entry: 'client/src/extension.web.ts',
    output: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { entry: 'client/src/webview/topology.ts', output: 'dist/topology.js', platform: 'browser', format: 'iife' },
  { entry: 'client/src/webview/topology.css', output: 'dist/topology.css', platform: 'browser', format: 'iife' },
  { entry: 'server/src/node/server.ts', output: 'dist/server.js', platform: 'node', format: 'cjs' },
  { entry: 'server/src/browser/server.ts', output: 'dist/server.web.js', platform: 'browser', format: 'iife' },
  {
    entry: 'server/src/cli/main.ts',
    output: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: '#!/usr/bin/env node',
  },
];

/** Rule pages, copied flat: `dist/rules/NAME.md`. */
export const RULE_PAGES = { from: 'server/src/core/rules', to: 'dist/rules' };

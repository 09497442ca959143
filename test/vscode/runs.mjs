/**
 * How often VS Code is started for the tests, and for what: one entry a start.
 *
 * @typedef {object} Run
 * @property {string} name
 * @property {string} suites folder of its `*.test.ts`, from test/vscode/
 * @property {boolean} web whether the extension runs in the browser's worker, from dist/extension.web.js
 * @property {boolean} [installed] whether the .vsix that BRIDGEWISE_VSIX names is tested, installed, instead of the project
 * @property {boolean} [onDemand] whether the run is made only when it is named
 * @property {boolean} [noFolder] whether VS Code is started without a folder, as by `code FILE`
 * @property {boolean} trusted whether the workspace is trusted; else VS Code is in Restricted Mode
 */

/** @type {readonly Run[]} */
export const RUNS = [
  { name: 'extension host', suites: 'suites', web: false, trusted: true },
  { name: 'no folder', suites: 'no-folder', web: false, trusted: true, noFolder: true },
  { name: 'restricted mode', suites: 'restricted', web: false, trusted: false },
  { name: 'web worker', suites: 'web', web: true, trusted: true },
  { name: 'installed package', suites: 'installed', web: false, trusted: true, installed: true, onDemand: true },
  { name: 'pictures', suites: 'pictures', web: false, trusted: true, onDemand: true },
];

import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What the command line of `code` asks for, as far as it can be done here.
 *
 * @typedef {object} Request
 * @property {boolean} command not a window, but `--install-extension`, `--list-extensions`, `--version` …
 * @property {string | undefined} tests module with a function `run`, absolute
 * @property {string[]} extensions development extensions, absolute folders
 * @property {boolean} web whether the extension runs in the browser's worker, from its `browser` entry
 * @property {string | undefined} userData
 * @property {string | undefined} extensionsDirectory
 * @property {string | undefined} open a folder, a `.code-workspace` or a file, absolute
 * @property {string[]} files opened besides, absolute
 * @property {boolean} disableExtensions
 * @property {boolean} trustAll no Restricted Mode
 * @property {string[]} ignored
 */

/** Options that end VS Code's command line at once. */
const COMMANDS = ['install-extension', 'uninstall-extension', 'list-extensions', 'version', 'help'];

/** Options with a value, which may stand after `=` or in the next argument. */
const WITH_VALUE = [
  'extensionTestsPath',
  'extensionDevelopmentPath',
  'extensionDevelopmentKind',
  'user-data-dir',
  'extensions-dir',
  'folder-uri',
  'file-uri',
  'install-extension',
  'uninstall-extension',
];

/**
 * @param {readonly string[]} commandLine
 * @returns {Request}
 */
export function readArguments(commandLine) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  /** @type {string[]} */
  const positional = [];
  for (let i = 0; i < commandLine.length; i++) {
    const argument = commandLine[i] ?? '';
    const [, name, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) {
      if (!argument.startsWith('-')) positional.push(argument);
      continue;
    }
    const value = attached ?? (WITH_VALUE.includes(name) ? commandLine[++i] : undefined) ?? '';
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return interpret(options, positional);
}

/**
 * @param {Map<string, string[]>} options
 * @param {string[]} positional
 * @returns {Request}
 */
function interpret(options, positional) {
  const all = (/** @type {string} */ name) => (options.get(name) ?? []).map(toPath);
  const one = (/** @type {string} */ name) => all(name)[0];
  const web = (options.get('extensionDevelopmentKind') ?? []).includes('web');
  const understood = [
    ...WITH_VALUE,
    ...COMMANDS,
    'disable-extensions',
    'disable-workspace-trust',
    'enable-workspace-trust',
  ];
  return {
    command: COMMANDS.some((name) => options.has(name)),
    tests: web ? moduleFile(one('extensionTestsPath')) : one('extensionTestsPath'),
    extensions: all('extensionDevelopmentPath'),
    web,
    userData: one('user-data-dir'),
    extensionsDirectory: one('extensions-dir'),
    open: positional[0] === undefined ? one('folder-uri') : toPath(positional[0]),
    files: all('file-uri'),
    disableExtensions: options.has('disable-extensions'),
    // @vscode/test-electron always disables it; the other flag, which is no real one of VS Code, takes that back.
    trustAll: options.has('disable-workspace-trust') && !options.has('enable-workspace-trust'),
    ignored: [...options.keys()].filter((name) => !understood.includes(name)),
  };
}

/** @param {string} pathOrUri */
function toPath(pathOrUri) {
  return pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : resolve(pathOrUri);
}

/** The browser cannot look for index.js itself. @param {string | undefined} path */
function moduleFile(path) {
  return path !== undefined && existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.js') : path;
}

import { posix } from 'node:path';

/**
 * Who may import whom. The most specific layer (the longest folder) that holds a file decides about its imports.
 */
interface Layer {
  /** Folder, or a single file, from the project's root. */
  readonly at: string;
  /** Folders and files of the project, besides the layer itself, that it may import. */
  readonly project: readonly string[];
  /** Packages that it may import; `node:` stands for all built-in modules of Node. */
  readonly packages: readonly string[];
  /** Files that are equals: none imports another one (each rule, each feature). */
  readonly equals?: boolean;
}

/** Pure packages that the core uses: no Node, no DOM. ARCHITECTURE.md gives the reason for each. */
const PURE_PACKAGES = ['damerau-levenshtein', 'ipaddr.js', 'jsonc-parser', 'vscode-uri'];

const TEXT = 'server/src/core/text';
const SYNTAX = 'server/src/core/syntax';
const SCHEMA = 'server/src/core/schema';
const MODEL = 'server/src/core/model';
const RULES = 'server/src/core/rules';
/** What single rules share. */
const SHARED_BY_RULES = [
  'rule.ts',
  'refusal.ts',
  'xl-refusal.ts',
  'xl-wording.ts',
  'device-fault.ts',
  'device-faults',
  'clash-report.ts',
  'guests-on-bridge.ts',
];
/** What the features of all languages share. */
const SHARED_BY_FEATURES = [
  'answers.ts',
  'comment-folds.ts',
  'describe-bridge.ts',
  'describe-directive.ts',
  'fix-all.ts',
  'interface-references.ts',
  'interface-targets.ts',
  'rename-interface.ts',
  'rule-completion.ts',
  'selection-steps.ts',
];
const WORKSPACE = 'server/src/core/workspace';
const FEATURES = 'server/src/core/features';
const TOPOLOGY = 'server/src/core/topology';
const CORE_INDEX = 'server/src/core/index.ts';
const LSP = 'server/src/lsp';

const LAYERS: readonly Layer[] = [
  { at: TEXT, project: [], packages: PURE_PACKAGES },
  { at: SYNTAX, project: [TEXT], packages: PURE_PACKAGES },
  { at: SCHEMA, project: [TEXT], packages: PURE_PACKAGES },
  { at: MODEL, project: [TEXT, SYNTAX, SCHEMA], packages: PURE_PACKAGES },
  // The engine and the index, which know all rules.
  { at: RULES, project: [TEXT, SYNTAX, SCHEMA, MODEL], packages: PURE_PACKAGES },
  ...['interfaces', 'xl', 'host'].map((group) => ({
    at: `${RULES}/${group}`,
    project: [TEXT, SYNTAX, SCHEMA, MODEL, ...SHARED_BY_RULES.map((name) => `${RULES}/${name}`)],
    packages: PURE_PACKAGES,
    equals: true,
  })),
  { at: WORKSPACE, project: [TEXT, SYNTAX, SCHEMA, MODEL], packages: PURE_PACKAGES },
  // What a picture of a dom0 shows; of the rules it knows the findings alone.
  {
    at: TOPOLOGY,
    project: [TEXT, SYNTAX, SCHEMA, MODEL, `${RULES}/rule.ts`],
    packages: [...PURE_PACKAGES, '@dagrejs/dagre'],
  },
  // The table of the languages' features, what they answer, and what all languages have in common.
  { at: FEATURES, project: [TEXT, SYNTAX, SCHEMA, MODEL, RULES, WORKSPACE], packages: PURE_PACKAGES },
  ...['interfaces', 'xl'].map((language) => ({
    at: `${FEATURES}/${language}`,
    project: [
      TEXT,
      SYNTAX,
      SCHEMA,
      MODEL,
      RULES,
      WORKSPACE,
      ...SHARED_BY_FEATURES.map((name) => `${FEATURES}/${name}`),
    ],
    packages: PURE_PACKAGES,
    equals: true,
  })),
  {
    at: CORE_INDEX,
    project: [TEXT, SYNTAX, SCHEMA, MODEL, RULES, WORKSPACE, TOPOLOGY, FEATURES],
    packages: [],
  },
  {
    at: LSP,
    project: [CORE_INDEX],
    packages: ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument', 'vscode-uri'],
  },
  {
    at: 'server/src/node',
    project: [LSP, CORE_INDEX],
    packages: ['node:', '@nodelib/fs.walk', 'ignore', 'vscode-jsonrpc', 'vscode-uri'],
  },
  { at: 'server/src/browser', project: [LSP, CORE_INDEX], packages: ['vscode-jsonrpc', 'vscode-uri'] },
  {
    at: 'server/src/cli',
    project: [LSP, CORE_INDEX, 'server/src/node', 'package.json'],
    packages: ['node:', 'write-file-atomic'],
  },
  {
    at: 'client/src',
    project: [`${LSP}/messages.ts`],
    packages: ['vscode', 'vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-uri'],
  },
  // Only the desktop's entry may use Node.
  {
    at: 'client/src/extension.ts',
    project: ['client/src', `${LSP}/messages.ts`],
    packages: ['node:', 'vscode', 'vscode-languageclient'],
  },
  { at: 'client/src/webview', project: ['client/src/webview'], packages: [] },
];

/** Folders whose files the table speaks of. */
export const LAYERED_FOLDERS = ['server/src', 'client/src'];

/**
 * The imports of a file that its layer does not allow.
 *
 * @param path the file, from the project's root, with `/`
 * @param source its text
 * @returns one sentence an import; a file in no layer is one too
 */
export function forbiddenImports(path: string, source: string): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path} is in no layer: name its folder in test/support/layers.ts`];
  return importedModules(source)
    .filter((specifier) => !mayImport(layer, path, specifier))
    .map((specifier) => `${path} imports ${specifier}, which ${layer.at} must not`);
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter((layer) => isIn(path, layer.at)).sort((a, b) => b.at.length - a.at.length)[0];
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function mayImport(layer: Layer, from: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return layer.packages.some((name) => isPackage(specifier, name));
  const target = posix.join(posix.dirname(from), specifier);
  // A rule's own page.
  if (target.endsWith('.md')) return isIn(target, layer.at);
  if (layer.project.some((place) => isIn(target, place))) return true;
  return isIn(target, layer.at) && layer.equals !== true;
}

function isPackage(specifier: string, name: string): boolean {
  return name === 'node:' ? specifier.startsWith('node:') : isIn(specifier, name);
}

/** Every way to name a module: import, export … from, import(), require(). */
const IMPORT_FORMS = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*(['"])(?<module>[^'"]+)\1/gm,
  /^\s*import\s*(['"])(?<module>[^'"]+)\1/gm,
  /\b(?:import|require)\s*\(\s*(['"])(?<module>[^'"]+)\1\s*\)/g,
];

/**
 * The modules that a source file imports, types included, in the order of the forms above.
 *
 * @param source TypeScript or JavaScript
 */
export function importedModules(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return IMPORT_FORMS.flatMap((form) => [...code.matchAll(form)].map((match) => match.groups?.['module'] ?? ''));
}

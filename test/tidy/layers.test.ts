import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenImports, importedModules, LAYERED_FOLDERS } from '../support/layers.ts';
import { projectFiles, ROOT } from '../support/project-files.ts';

const sources = projectFiles().filter(
  (path) => path.endsWith('.ts') && LAYERED_FOLDERS.some((folder) => path.startsWith(`${folder}/`)),
);

test('every source imports only what its layer allows', () => {
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.flatMap((path) => forbiddenImports(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

/** A file, an import planted in it, and whether its layer allows it. */
const PLANTED: readonly (readonly [path: string, module: string, allowed: boolean])[] = [
  ['server/src/core/text/span.ts', '../syntax/tree.ts', false],
  ['server/src/core/text/span.ts', './edits.ts', true],
  ['server/src/core/text/span.ts', 'node:fs', false],
  ['server/src/core/syntax/tree.ts', '../schema/option-doc.ts', false],
  ['server/src/core/syntax/interfaces/parser.ts', '../../text/span.ts', true],
  ['server/src/core/schema/option-doc.ts', '../syntax/tree.ts', false],
  ['server/src/core/model/host.ts', '../rules/rule.ts', false],
  ['server/src/core/model/host.ts', 'vscode-languageserver', false],
  ['server/src/core/model/host.ts', 'ipaddr.js', true],
  ['server/src/core/rules/interfaces/one.ts', './other.ts', false],
  ['server/src/core/rules/interfaces/one.ts', '../host/other.ts', false],
  ['server/src/core/rules/interfaces/one.ts', '../engine.ts', false],
  ['server/src/core/rules/interfaces/one.ts', '../rule.ts', true],
  ['server/src/core/rules/interfaces/one.ts', '../../workspace/snapshot.ts', false],
  ['server/src/core/rules/index.ts', './interfaces/one.ts', true],
  ['server/src/core/rules/index.ts', './interfaces/one.md', true],
  ['server/src/core/workspace/includes.ts', '../rules/engine.ts', false],
  ['server/src/core/features/xl/hover.ts', './completion.ts', false],
  ['server/src/core/features/xl/hover.ts', '../interfaces/completion.ts', false],
  ['server/src/core/features/xl/hover.ts', '../answers.ts', true],
  ['server/src/core/features/xl/hover.ts', '../../workspace/snapshot.ts', true],
  ['server/src/core/features/xl/hover.ts', '../../../lsp/server.ts', false],
  ['server/src/lsp/server.ts', '../core/index.ts', true],
  ['server/src/lsp/server.ts', '../core/text/span.ts', false],
  ['server/src/lsp/server.ts', 'node:path', false],
  ['server/src/node/server.ts', '../core/model/host.ts', false],
  ['server/src/node/server.ts', 'node:fs/promises', true],
  ['server/src/browser/server.ts', 'node:fs', false],
  ['server/src/cli/main.ts', 'vscode', false],
  ['client/src/client.ts', '../../server/src/lsp/messages.ts', true],
  ['client/src/client.ts', '../../server/src/lsp/server.ts', false],
  ['client/src/client.ts', 'node:path', false],
  ['client/src/extension.ts', 'node:path', true],
  ['client/src/webview/map.ts', 'vscode', false],
  ['server/src/elsewhere/file.ts', './other.ts', false],
];

test.each(PLANTED)('%s with %s: allowed %s', (path, module, allowed) => {
  expect(forbiddenImports(path, `import type { X } from '${module}';\n`)).toHaveLength(allowed ? 0 : 1);
});

describe('imports are read in every form', () => {
  test.each([
    ["import a from 'm';"],
    ["import type { A } from 'm';"],
    ["import {\n  a,\n  b,\n} from 'm';"],
    ["import * as a from 'm';"],
    ["import 'm';"],
    ["export { a } from 'm';"],
    ["export * from 'm';"],
    ["const a = await import('m');"],
    ["type A = import('m').A;"],
    ["const a = require('m');"],
    ['import a from "m";'],
  ])('%s', (source) => {
    expect(importedModules(source)).toEqual(['m']);
  });

  test('but not out of comments', () => {
    expect(importedModules("/** import a from 'm' */\n// import 'm';\nconst a = 1;\n")).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/project-files.ts';

/** A file, an import planted in it, and the lint rule that must refuse it; `undefined`: none does. */
const PLANTED: readonly (readonly [path: string, module: string, rule: string | undefined])[] = [
  ['server/src/core/text/planted.ts', '../syntax/tree.ts', 'style/noRestrictedImports'],
  ['server/src/core/text/planted.ts', 'node:fs', 'correctness/noNodejsModules'],
  ['server/src/core/syntax/planted.ts', '../schema/option-doc.ts', 'style/noRestrictedImports'],
  ['server/src/core/syntax/interfaces/planted.ts', '../../schema/option-doc.ts', 'style/noRestrictedImports'],
  ['server/src/core/syntax/interfaces/planted.ts', '../../text/span.ts', undefined],
  ['server/src/core/schema/planted.ts', '../syntax/tree.ts', 'style/noRestrictedImports'],
  ['server/src/core/model/planted.ts', '../rules/rule.ts', 'style/noRestrictedImports'],
  ['server/src/core/rules/interfaces/planted.ts', '../../workspace/snapshot.ts', 'style/noRestrictedImports'],
  ['server/src/core/rules/interfaces/planted.ts', './other.ts', 'style/noRestrictedImports'],
  ['server/src/core/rules/interfaces/planted.ts', '../rule.ts', undefined],
  ['server/src/core/workspace/planted.ts', '../features/hover.ts', 'style/noRestrictedImports'],
  ['server/src/core/features/planted.ts', './completion.ts', 'style/noRestrictedImports'],
  ['server/src/core/features/planted.ts', 'vscode-languageserver', 'style/noRestrictedImports'],
  ['server/src/core/features/planted.ts', '../../lsp/server.ts', 'style/noRestrictedImports'],
  ['server/src/lsp/planted.ts', '../core/text/span.ts', 'style/noRestrictedImports'],
  ['server/src/lsp/planted.ts', '../core/index.ts', undefined],
  ['server/src/lsp/planted.ts', 'node:path', 'correctness/noNodejsModules'],
  ['server/src/node/planted.ts', '../core/model/host.ts', 'style/noRestrictedImports'],
  ['server/src/browser/planted.ts', 'node:fs', 'correctness/noNodejsModules'],
  ['server/src/cli/planted.ts', '../core/model/host.ts', 'style/noRestrictedImports'],
  ['client/src/planted.ts', '../../server/src/lsp/server.ts', 'style/noRestrictedImports'],
  ['client/src/planted.ts', '../../server/src/lsp/messages.ts', undefined],
  ['client/src/webview/planted.ts', 'vscode', 'style/noRestrictedImports'],
];

let folder: string;
/** Lint rules broken, by the path of the planted file. */
let broken: Map<string, string[]>;

/** Each planted file has a folder of its own number, since several stand at the same place. */
function rootOf(index: number): string {
  return join(folder, String(index));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-lint-'));
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  broken = new Map();
  for (const [index, [path, module]] of PLANTED.entries()) {
    const file = join(rootOf(index), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from '${module}';\n\nexport const y = x;\n`);
    writeFileSync(join(rootOf(index), 'biome.json'), JSON.stringify(config));
    broken.set(String(index), lint(rootOf(index)));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The import rules broken in a folder. */
function lint(cwd: string): string[] {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  let report: string;
  try {
    report = execFileSync(process.execPath, [biome, 'lint', '--reporter=json'], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { category: string; severity: string }[] };
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category }) => category.replace('lint/', ''))
    .filter((rule) => rule === 'style/noRestrictedImports' || rule === 'correctness/noNodejsModules');
}

test.each(PLANTED.map((planted, index) => [...planted, index] as const))(
  '%s with %s: %s',
  (_path, _module, rule, index) => {
    expect(broken.get(String(index))).toEqual(rule === undefined ? [] : [rule]);
  },
);

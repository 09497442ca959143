import { spawnSync } from 'node:child_process';
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
  ['server/src/core/features/xl/planted.ts', './completion.ts', 'style/noRestrictedImports'],
  ['server/src/core/features/xl/planted.ts', '../interfaces/completion.ts', 'style/noRestrictedImports'],
  ['server/src/core/features/xl/planted.ts', '../answers.ts', undefined],
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

const IMPORT_RULES = ['style/noRestrictedImports', 'correctness/noNodejsModules'];

let folder: string;
/** Import rules broken, by the path of the planted file. */
let broken: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-lint-'));
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const [index, [path, module]] of PLANTED.entries()) {
    const file = join(folder, numbered(path, index));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from '${module}';\n\nexport const y = x;\n`);
  }
  broken = brokenImportRules(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Several are planted at one place, each in a file of its own. */
function numbered(path: string, index: number): string {
  return path.replace('.ts', `-${index}.ts`);
}

function brokenImportRules(cwd: string): Map<string, string[]> {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  // It ends with 1, since there is something to report.
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=1000'], {
    cwd,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  const found = new Map<string, string[]>();
  for (const { category, severity, location } of diagnostics) {
    const rule = category.replace('lint/', '');
    if (severity !== 'error' || !IMPORT_RULES.includes(rule)) continue;
    found.set(location.path, [...(found.get(location.path) ?? []), rule]);
  }
  return found;
}

test.each(PLANTED.map((planted, index) => [...planted, index] as const))(
  '%s with %s: %s',
  (path, _module, rule, index) => {
    expect(broken.get(numbered(path, index)) ?? []).toEqual(rule === undefined ? [] : [rule]);
  },
);

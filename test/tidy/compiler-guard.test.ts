import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/project-files.ts';

/** A layer, a text planted in it, and whether the compiler must take it there. */
const PLANTED: readonly (readonly [layer: string, text: string, taken: boolean])[] = [
  ['server/src/core', "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", false],
  ['server/src/core', 'export const a = process.pid;\n', false],
  ['server/src/core', 'console.log(1);\nexport {};\n', false],
  ['server/src/core', 'export const a = document.title;\n', false],
  ['server/src/core', "import { workspace } from 'vscode';\nexport const a = workspace;\n", false],
  ['server/src/core', 'export const a = [1].toSorted();\n', true],
  ['server/src/lsp', "import { join } from 'node:path';\nexport const a = join;\n", false],
  ['server/src/lsp', "import { workspace } from 'vscode';\nexport const a = workspace;\n", false],
  ['server/src/browser', 'export const a = Buffer.from([]);\n', false],
  ['server/src/browser', 'export const a = document.title;\n', false],
  ['server/src/browser', 'export const a = self.location.href;\n', true],
  ['server/src/node', 'export const a = document.title;\n', false],
  ['server/src/node', "import { workspace } from 'vscode';\nexport const a = workspace;\n", false],
  ['server/src/node', "import { join } from 'node:path';\nexport const a = join;\n", true],
  ['server/src/cli', 'export const a = document.title;\n', false],
  ['client/src/webview', "import { workspace } from 'vscode';\nexport const a = workspace;\n", false],
  ['client/src/webview', 'export const a = process.pid;\n', false],
  ['client/src/webview', 'export const a = document.title;\n', true],
  ['client/src', "import { workspace } from 'vscode';\nexport const a = workspace;\n", true],
];

let folder: string;
/** What the compiler says about all planted files. */
let messages = '';

beforeAll(() => {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  // Inside the project, so that the compiler finds the packages, and their absence is not the reason for an error.
  folder = mkdtempSync(join(ROOT, 'out', 'planted-'));
  for (const [index, [, text]] of PLANTED.entries()) writeFileSync(join(folder, `planted-${index}.ts`), text);
  for (const layer of new Set(PLANTED.map(([name]) => name))) {
    const include = PLANTED.flatMap(([name], index) => (name === layer ? [`planted-${index}.ts`] : []));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: `../../${layer}/tsconfig.json`, include }));
    messages += compile();
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function compile(): string {
  try {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    return execFileSync(process.execPath, [compiler, '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test.each(PLANTED.map((planted, index) => [...planted, index] as const))('%s: %s', (_layer, _text, taken, index) => {
  const errors = messages.split('\n').filter((line) => line.includes(`planted-${index}.ts(`));
  if (taken) expect(errors).toEqual([]);
  // Not any error will do: a name, a module or a member that this layer does not have.
  else expect(errors.join('\n')).toMatch(/error TS(2304|2305|2307|2580|2584|2591)/);
});

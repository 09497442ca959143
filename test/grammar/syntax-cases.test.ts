import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/project-files.ts';
import type { GrammarLanguage } from './tokenize.ts';
import { grammarPathOf } from './tokenize.ts';

const tester = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const folder = join(ROOT, 'test/grammar/cases');

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs vscode-tmgrammar-test on a file whose comments below a line state the scopes in it. */
function runSyntaxTest(language: GrammarLanguage, file: string): Promise<Outcome> {
  return new Promise((done) => {
    const running = execFile(
      process.execPath,
      [tester, '-g', grammarPathOf(language), file],
      (_error, stdout, stderr) => done({ code: running.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

describe.each([
  { language: 'debian-interfaces', suffix: '.interfaces' },
  { language: 'xen-xl', suffix: '.cfg' },
] as const)('each word has the scopes that the case of $language states', ({ language, suffix }) => {
  const files = readdirSync(folder).filter((name) => name.endsWith(suffix));
  test('there are cases', () => expect(files.length).toBeGreaterThan(0));
  test.each(files)('%s', async (name) => {
    const { code, output } = await runSyntaxTest(language, join(folder, name));
    expect(code, output).toBe(0);
  });
});

test('a wrong scope in a case is reported', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'bridgewise-grammar-'));
  try {
    const file = join(scratch, 'wrong.interfaces');
    writeFileSync(file, '# SYNTAX TEST "source.debian-interfaces"\nauto eth0\n# <---- comment\n');
    const { code, output } = await runSyntaxTest('debian-interfaces', file);
    expect(code).not.toBe(0);
    expect(output).toContain('missing required scopes: comment');
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

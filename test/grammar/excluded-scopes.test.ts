import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/project-files.ts';
import type { Colour } from './tokenize.ts';
import { loadColour } from './tokenize.ts';

/** What vscode-tmgrammar-test reads from a case. */
interface GrammarCase {
  readonly source: readonly string[];
  readonly assertions: readonly {
    readonly testCaseLineNumber: number;
    readonly sourceLineNumber: number;
    readonly scopeAssertions: readonly { readonly from: number; readonly to: number; readonly exclude: string[] }[];
  }[];
}

const { parseGrammarTestCase } = createRequire(import.meta.url)('vscode-tmgrammar-test/dist/unit/parsing.js') as {
  parseGrammarTestCase: (text: string) => GrammarCase;
};

/** What stands behind ` - ` in a case and is there all the same, a whole family of scopes by its first words. */
function unwantedScopes(colour: Colour, text: string): readonly string[] {
  const { source, assertions } = parseGrammarTestCase(text);
  const lines = colour(source.join('\n'));
  const starts = lines.map((line) => line[0]?.offset ?? 0);
  return assertions.flatMap(({ testCaseLineNumber, sourceLineNumber, scopeAssertions }) =>
    scopeAssertions.flatMap(({ from, to, exclude }) => {
      const begin = starts[sourceLineNumber] ?? 0;
      return (lines[sourceLineNumber] ?? [])
        .filter((piece) => piece.offset < begin + to && piece.offset + piece.text.length > begin + from)
        .flatMap(({ scopes }) =>
          scopes.filter((scope) => exclude.some((family) => `${scope}.`.startsWith(`${family}.`))),
        )
        .map((scope) => `line ${testCaseLineNumber + 1}: ${scope}`);
    }),
  );
}

const folder = join(ROOT, 'test/grammar/cases');

// vscode-tmgrammar-test itself compares the name behind the minus with whole scopes: `- comment` would never fail.
describe.each([
  { language: 'debian-interfaces', suffix: '.interfaces' },
  { language: 'xen-xl', suffix: '.cfg' },
] as const)('no word has a scope that the case of $language excludes', ({ language, suffix }) => {
  test.each(readdirSync(folder).filter((name) => name.endsWith(suffix)))('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toMatch(/\^ .* - \S/);
    expect(unwantedScopes(await loadColour(language), text)).toEqual([]);
  });
});

test('a scope of an excluded family is found', async () => {
  const text = '# SYNTAX TEST "source.xen-xl"\nname = "web"\n#      ^^^ string.quoted.double.xen-xl - string comment\n';
  const scopes = unwantedScopes(await loadColour('xen-xl'), text);
  expect(scopes).toEqual(['line 2: string.quoted.double.xen-xl', 'line 2: string.quoted.double.xen-xl']);
});

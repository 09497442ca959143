import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { applyEdits, memoryFile, rules } from '../../../server/src/core/index.ts';
import type { ExpectedFinding } from '../../support/fixture.ts';
import { checkExample, fixtureOf } from '../../support/page-findings.ts';
import type { PageExample } from '../../support/rule-page.ts';
import { readRulePage } from '../../support/rule-page.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../server/src/core/rules');
const wantedSections = ['What it reports', 'Why', 'Example', 'Instead', 'Fix', 'Silent when'];

describe.each(rules)('the page of $name', (rule) => {
  const page = readRulePage(readFileSync(join(folder, rule.group, `${rule.name}.md`), 'utf8'));

  test('has the headings that every page has', () => {
    expect(page.title).toBe(rule.name);
    expect(page.sections).toEqual(wantedSections);
  });

  test('has an example, and shows a fix where the rule has one', () => {
    expect(page.examples.some(({ section }) => section === 'Example')).toBe(true);
    expect(page.examples.some(({ section }) => section === 'Instead')).toBe(true);
  });

  for (const example of page.examples) {
    test(`line ${example.line}: ${example.section}`, async () => {
      if (example.section === 'Fix') await expectFixed(example, page.examples, rule.name);
      else await expectMarked(example, rule.name);
    });
  }
});

test('there is no page without a rule', () => {
  const pages = ['host', 'interfaces', 'suppression', 'xl'].flatMap((group) =>
    readdirSync(join(folder, group)).filter((name) => name.endsWith('.md')),
  );
  expect(pages.sort()).toEqual(rules.map((rule) => `${rule.name}.md`).sort());
});

async function check(example: PageExample, files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  return (await checkExample(example, files)).findings;
}

/** In an example every finding is marked; what is good is clean of all rules. */
async function expectMarked(example: PageExample, rule: string): Promise<void> {
  const fixture = fixtureOf(example);
  const findings = await check(example, fixture.files);
  const found: ExpectedFinding[] = findings.map(({ location, rule: name, severity }) => ({
    path: location.file.replace(/^memory:(?:\/\/)?/, ''),
    start: location.span.start,
    end: location.span.end,
    rule: name,
    severity,
  }));
  const order = (a: ExpectedFinding, b: ExpectedFinding): number =>
    a.path.localeCompare(b.path) || a.start - b.start || a.rule.localeCompare(b.rule);
  expect(found.sort(order)).toEqual([...fixture.expected].sort(order));
  const mustFind = example.section === 'Example';
  expect(fixture.expected.some((expected) => expected.rule === rule)).toBe(mustFind);
}

/** A block under "Fix" is what the first example (or the one numbered `of`) becomes by the fix of that title or number. */
async function expectFixed(example: PageExample, examples: readonly PageExample[], rule: string): Promise<void> {
  const number = Number(example.attributes['of'] ?? '1');
  const before = examples.filter(({ section }) => section === 'Example')[number - 1];
  if (before === undefined) throw new Error(`there is no example ${number}`);
  const fixture = fixtureOf(before);
  const fixes = (await check(before, fixture.files)).filter((finding) => finding.rule === rule).flatMap((f) => f.fixes);
  const title = example.attributes['fix'] ?? '1';
  const fix = /^\d+$/.test(title) ? fixes[Number(title) - 1] : fixes.find((candidate) => candidate.title === title);
  if (fix === undefined) throw new Error(`no fix "${title}", but: ${fixes.map((other) => other.title).join(' | ')}`);
  const after = Object.fromEntries(
    Object.entries(fixture.files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        fix.edits.filter((edit) => edit.file === memoryFile(path)),
      ),
    ]),
  );
  expect(after).toEqual(fixtureOf(example).files);
}

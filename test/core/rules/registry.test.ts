import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulePages, rules } from '../../../server/src/core/index.ts';
import { ownFindings } from '../../support/page-findings.ts';
import { ROOT } from '../../support/project-files.ts';

const folder = join(ROOT, 'server/src/core/rules');

describe.each(rules)('$name', (rule) => {
  test('is named by words in lower case, like its file and its page', () => {
    expect(rule.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(existsSync(join(folder, rule.group, `${rule.name}.ts`))).toBe(true);
    expect(rulePages[rule.name]?.startsWith(`# ${rule.name}\n`)).toBe(true);
  });

  test('is summed up in one sentence', () => {
    expect(rule.summary).toMatch(/^[^.\n].*\.$/);
    expect(rule.summary.length).toBeLessThanOrEqual(120);
  });

  test('promises a refusal only as an error of ifupdown or xl', () => {
    if (!rule.refuses) return;
    expect(rule.severity).toBe('error');
    if (rule.group === 'interfaces') expect(rule.dialects).toEqual(['ifupdown']);
    else expect(rule.group).toBe('xl');
  });

  test('offers the kinds of fixes that it announces, and says whole sentences', async () => {
    const findings = await ownFindings(rule);
    const offered = new Set(findings.flatMap(({ fixes }) => fixes.map(({ safety }) => safety)));
    expect([...offered].sort()).toEqual([...rule.fixes].sort());
    for (const { message, related, fixes } of findings) {
      expect(message).toMatch(/\.$/);
      expect(message).not.toContain('undefined');
      for (const place of related) expect(place.message).toMatch(/\.$/);
      for (const { title } of fixes) expect(title).toMatch(/^[A-Z].*[^.]$/);
    }
  });
});

test('rules are listed once each, in the order of their names', () => {
  const names = rules.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test('every rule file is in the list', () => {
  const files = ['host', 'interfaces', 'suppression', 'xl'].flatMap((group) =>
    readdirSync(join(folder, group)).filter((name) => name.endsWith('.ts')),
  );
  expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(rules.map(({ name }) => name).sort());
});

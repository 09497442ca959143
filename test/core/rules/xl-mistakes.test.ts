import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/core/index.ts';
import { ROOT } from '../../support/project-files.ts';
import { checkXl } from '../../support/xl.ts';
import { mistakes } from './xl-mistakes.ts';

describe('the mistakes in domU configurations', () => {
  test('none is forgotten, and none told twice', () => {
    expect(mistakes).toHaveLength(106);
    expect(new Set(mistakes.map(({ mistake }) => mistake)).size).toBe(mistakes.length);
  });

  test.each(mistakes.flatMap((one) => ('rule' in one ? [one] : [])))('$mistake: $rule', ({ rule, text, xen }) => {
    const { findings } = checkXl(text, { kind: 'domain', xenVersion: xen });
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  test.each(mistakes.flatMap((one) => ('hostRule' in one ? [one] : [])))('$mistake: $hostRule', ({ hostRule }) => {
    expect(rules.find(({ name }) => name === hostRule)?.group).toBe('host');
  });

  test.each(mistakes.flatMap((one) => ('reason' in one ? [one] : [])))('$mistake: not checked', ({ reason }) => {
    const page = readFileSync(join(ROOT, 'docs/not-checked.md'), 'utf8').replace(/\n\s*/g, ' ');
    expect(page).toContain(`* **${reason}**`);
  });
});

import { describe, expect, test } from 'vitest';
import type { Finding, Fix } from '../../../server/src/core/index.ts';
import { applyEdits, memoryFile, rules } from '../../../server/src/core/index.ts';
import type { CheckedExample, PageCase } from '../../support/page-findings.ts';
import { pageCases } from '../../support/page-findings.ts';

const cases = rules.filter((rule) => rule.fixes.length > 0).flatMap(pageCases);

describe.each(cases)('the fixes offered on $title', (example) => {
  test('keep comments, mend what they are for, bring nothing new and are not offered again', async () => {
    const before = await example.check(example.files);
    const offered = before.findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
    for (const { finding, fix } of offered) await expectPromisesKept(example, before, finding, fix);
  });
});

async function expectPromisesKept(example: PageCase, before: CheckedExample, finding: Finding, fix: Fix) {
  const after = await example.check(apply(example, fix));
  const label = `${finding.rule}: ${fix.title}`;
  // Those of this group are about a comment itself.
  if (rules.find(({ name }) => name === finding.rule)?.group !== 'suppression') {
    expect(missing(before.comments, after.comments), `${label}: comments lost`).toEqual([]);
  }
  const added = missing(after.findings.map(describeFinding), before.findings.map(describeFinding));
  expect(added, `${label}: new findings`).toEqual([]);
  const [ownBefore, ownAfter] = [before, after].map(
    ({ findings }) => findings.filter(({ rule }) => rule === finding.rule).length,
  );
  expect(ownAfter, `${label}: the finding stays`).toBeLessThan(ownBefore ?? 0);
  expect(timesOffered(after, finding, fix), `${label}: offered again`).toBeLessThan(timesOffered(before, finding, fix));
}

function apply(example: PageCase, fix: Fix): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(example.files).map(([path, text]) => {
      const edits = fix.edits.filter((edit) => edit.file === memoryFile(path));
      expectApart(edits.map((edit) => edit.span));
      return [path, applyEdits(text, edits)];
    }),
  );
}

function expectApart(spans: readonly { readonly start: number; readonly end: number }[]): void {
  const ordered = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, span] of ordered.entries()) {
    expect(span.start).toBeGreaterThanOrEqual(ordered[index - 1]?.end ?? 0);
  }
}

/** Names the fault without its place, which an edit above may move. */
function describeFinding(finding: Finding): string {
  return `${finding.severity} ${finding.rule}`;
}

function timesOffered({ findings }: CheckedExample, finding: Finding, fix: Fix): number {
  return findings
    .filter(({ rule, message }) => rule === finding.rule && message === finding.message)
    .flatMap(({ fixes }) => fixes)
    .filter(({ title }) => title === fix.title).length;
}

/** The members of the first list that the second has not, or not so often. */
function missing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  const left = [...there];
  return wanted.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

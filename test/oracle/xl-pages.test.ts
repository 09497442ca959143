import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/src/core/index.ts';
import { looksLikeXl, xlKindOfPath } from '../../server/src/core/syntax/xl/sniff.ts';
import { pageCases } from '../support/page-findings.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { refusalsOf } from '../support/xl-verdict.ts';

/** The examples of all pages that xl of the series at hand may judge: one domain's file each. */
const cases = rules.flatMap(pageCases).flatMap(({ title, language, files, attributes }) => {
  const isForOther = attributes['xen'] !== undefined && attributes['xen'] !== XEN_SERIES;
  if (language !== 'xl' || isForOther) return [];
  return Object.entries(files)
    .filter(([path, text]) => (xlKindOfPath(path) ?? looksLikeXl(text) ?? 'domain') === 'domain')
    .map(([path, text]) => ({ title: `${title}: ${path}`, text }));
});

describe.skipIf(!HAS_XEN)(`xl ${XEN_SERIES} refuses the examples of the pages that we say it refuses`, () => {
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(cases.map(({ text }) => text));
  }, 60_000);

  test.each(cases.map((one, index) => ({ ...one, index })))('$title', ({ text, index }) => {
    const { exit, messages } = answers[index] ?? {};
    const refusals = refusalsOf(text, XEN_SERIES);
    expect({ refused: refusals.length > 0 }, [...refusals, ...(messages ?? [])].join('\n')).toEqual({
      refused: exit !== 0,
    });
  });
});

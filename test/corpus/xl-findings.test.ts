/**
 * All rules over domU configurations of other people. Nothing of those files is in the project: xl-verdicts.tsv has their
 * names, lines, and what somebody who looked at each finding says about it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/project-files.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import { checkXl } from '../support/xl.ts';

const verdictsPath = 'test/corpus/xl-verdicts.tsv';
/** The files that are there to be read by xl; the others are not judged. */
const kinds = ['config', 'upstream-example', 'doc-snippet'];

const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'xl');
const rows = readTable(readFileSync(join(ROOT, verdictsPath), 'utf8'));
const verdicts = rows.map(([file = '', line = '', rule = '', severity = '', verdict = '', reason = '']) => ({
  file,
  key: [file, line, rule, severity].join('\t'),
  verdict,
  reason,
}));

test('every verdict has a reason, and there is none twice', () => {
  expect(verdicts.filter(({ verdict, reason }) => verdict !== 'right' || reason === '')).toEqual([]);
  const keys = verdicts.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)].sort());
});

describe.skipIf(folder === undefined)('real files: needs the third-party corpus', () => {
  const index = folder === undefined ? [] : readTable(readFileSync(join(folder, 'index.tsv'), 'utf8'));
  const names = index.flatMap(([name = '', , , , kind = '']) => (kinds.includes(kind) ? [name] : []));

  test('there are many', () => expect(names.length).toBeGreaterThan(90));

  test.each(names)('%s: every error and warning was looked at', (name) => {
    const text = readFileSync(join(folder ?? '', 'files', name), 'utf8');
    const found = checkXl(text, { kind: 'domain' }).findings.filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    const keys = found.map(({ location, rule, severity }) =>
      [name, text.slice(0, location.span.start).split('\n').length, rule, severity].join('\t'),
    );
    const recorded = verdicts.filter(({ file }) => file === name).map(({ key }) => key);
    const message = `Look at what is new or gone, then bring ${verdictsPath} up to date, one line a finding`;
    expect([...new Set(keys)].sort(), message).toEqual(recorded);
  });
});

/** The lines below the heading, cut at their tabs. */
function readTable(text: string): readonly (readonly string[])[] {
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

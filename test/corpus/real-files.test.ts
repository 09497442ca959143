/**
 * All rules over files of other people. Nothing of those files is in the project: verdicts.tsv has their names, lines, and
 * what somebody who looked at each finding says about it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/core/index.ts';
import { checkHost, loadHostOf, memoryAccess, memoryFile, rules } from '../../server/src/core/index.ts';
import { ROOT } from '../support/project-files.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';

const verdictsPath = 'test/corpus/verdicts.tsv';

interface Verdict {
  readonly file: string;
  readonly line: string;
  readonly rule: string;
  readonly severity: string;
  /** `right`: the finding is true and of the right severity. */
  readonly verdict: string;
  readonly reason: string;
}

const verdicts = readVerdicts(readFileSync(join(ROOT, verdictsPath), 'utf8'));
const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'interfaces');

test('every verdict has a reason, and there is none twice', () => {
  expect(verdicts.filter(({ verdict, reason }) => verdict !== 'right' || reason === '')).toEqual([]);
  const keys = verdicts.map(keyOf);
  expect(keys).toEqual([...new Set(keys)].sort());
});

describe.skipIf(folder === undefined)('real files: needs the third-party corpus', () => {
  const names = folder === undefined ? [] : readdirSync(join(folder, 'real')).sort();

  test.each(names)('%s: every error and warning was looked at', async (name) => {
    const text = readFileSync(join(folder ?? '', 'real', name), 'utf8');
    const found = new Set([...(await grave(text, `/real/${name}`)), ...(await grave(text, '/etc/network/interfaces'))]);
    const recorded = verdicts.filter(({ file }) => file === name).map(keyOf);
    const keys = [...found].map((finding) => `${name}\t${finding}`);
    const message = `Look at what is new or gone, then bring ${verdictsPath} up to date, one line a finding`;
    expect(keys.sort(), message).toEqual(recorded);
  });
});

describe.skipIf(folder === undefined)('templates: needs the third-party corpus', () => {
  const names =
    folder === undefined ? [] : readdirSync(join(folder, 'templates')).filter((name) => name !== 'index.tsv');

  test.each(names)('%s: nothing is said of what is no interfaces file yet', async (name) => {
    const text = readFileSync(join(folder ?? '', 'templates', name), 'utf8');
    expect(await grave(text, '/etc/network/interfaces')).toEqual([]);
  });
});

/** The errors and warnings about a text at this path, as the verdicts name them. */
async function grave(text: string, path: string): Promise<readonly string[]> {
  const host = await loadHostOf(memoryAccess({ [path]: text }), memoryFile(path), async () => ({
    dialect: 'auto',
    management: [],
    language: 'interfaces',
  }));
  const findings = host === undefined ? [] : checkHost(host, rules, {});
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => `${lineOf(text, finding)}\t${finding.rule}\t${finding.severity}`);
}

function lineOf(text: string, { location }: Finding): number {
  return text.slice(0, location.span.start).split('\n').length;
}

function keyOf({ file, line, rule, severity }: Verdict): string {
  return [file, line, rule, severity].join('\t');
}

function readVerdicts(text: string): readonly Verdict[] {
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((row) => {
    const [file = '', line = '', rule = '', severity = '', verdict = '', reason = ''] = row.split('\t');
    return { file, line, rule, severity, verdict, reason };
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../support/ifquery.ts';
import { askIfquery, isAccepted } from '../support/ifquery.ts';
import { HAS_ORACLES } from '../support/oracle.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import { ask, differenceInRefusal } from './compare.ts';

const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'interfaces/real');
const names = folder === undefined ? [] : readdirSync(folder).sort();

/** Files of other people, of all dialects, as Debian's ifupdown takes them. */
describe.skipIf(!HAS_ORACLES || folder === undefined)('real files: needs the third-party corpus', () => {
  const texts = names.map((name) => readFileSync(join(folder ?? '', name), 'utf8'));
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    answers = await askIfquery(texts.map((text) => ({ text })));
  });

  test.each(names.map((name, index) => ({ name, index })))('$name', async ({ index }) => {
    const theirs = answers[index];
    if (theirs === undefined) throw new Error('no answer');
    expect(differenceInRefusal(await ask(texts[index] ?? ''), theirs)).toBeUndefined();
  });

  test('some are refused and most are accepted', () => {
    const accepted = answers.filter(isAccepted).length;
    expect(accepted).toBeGreaterThan(answers.length / 2);
    expect(accepted).toBeLessThan(answers.length);
  });
});

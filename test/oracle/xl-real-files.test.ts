import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import type { XluAnswer, XluCrash } from '../support/xen.ts';
import { askXlu, HAS_XEN } from '../support/xen.ts';
import { differenceInParsing, isAcceptedByXlu } from '../support/xl-parsing.ts';

const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'xl/files');
const names = folder === undefined ? [] : readdirSync(folder).sort();

/** Files of other people as libxlutil reads them. */
describe.skipIf(!HAS_XEN || folder === undefined)('real files: needs the third-party corpus', () => {
  const texts = names.map((name) => readFileSync(join(folder ?? '', name), 'utf8'));
  let answers: readonly (XluAnswer | XluCrash)[] = [];
  beforeAll(async () => {
    answers = await askXlu(texts);
  });

  test.each(names.map((name, index) => ({ name, index })))('$name', ({ index }) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error('no answer');
    expect(differenceInParsing(texts[index] ?? '', answer)).toBeUndefined();
  });

  test('some are refused and most are accepted', () => {
    const accepted = answers.filter(isAcceptedByXlu).length;
    expect(accepted).toBeGreaterThan(answers.length / 2);
    expect(accepted).toBeLessThan(answers.length);
  });
});

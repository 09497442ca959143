import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../support/ifquery.ts';
import { askIfquery, isAccepted } from '../support/ifquery.ts';
import { HAS_ORACLES } from '../support/oracle.ts';
import { ask, differenceInRefusal, isAcceptedByUs, sourcesFolder } from './compare.ts';

interface GrammarCase {
  readonly name: string;
  readonly input: string;
  readonly accepted: boolean;
}

const cases = JSON.parse(readFileSync(join(sourcesFolder, '../grammar-cases.json'), 'utf8')) as readonly GrammarCase[];

/** The unit tests compare with recorded answers; here the real program answers. */
describe.skipIf(!HAS_ORACLES)('grammar cases', () => {
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    answers = await askIfquery(
      cases.map(({ input }) => ({ text: input })),
      sourcesFolder,
    );
  });

  test.each(cases.map((grammarCase, index) => ({ ...grammarCase, index })))(
    '$name',
    async ({ input, accepted, index }) => {
      const theirs = answers[index];
      if (theirs === undefined) throw new Error('no answer');
      expect(isAccepted(theirs)).toBe(accepted);
      const ours = await ask(input);
      expect(isAcceptedByUs(ours)).toBe(accepted);
      expect(differenceInRefusal(ours, theirs)).toBeUndefined();
    },
  );
});

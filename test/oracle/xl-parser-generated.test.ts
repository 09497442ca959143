import { beforeAll, describe, expect, test } from 'vitest';
import { announceSeed } from '../support/seed.ts';
import type { XluAnswer, XluCrash } from '../support/xen.ts';
import { askXlu, HAS_XEN } from '../support/xen.ts';
import { generateSyntaxFiles } from '../support/xl-files.ts';
import { chunksOf, differenceInParsing, isAcceptedByXlu } from '../support/xl-parsing.ts';
import { shrink } from './compare.ts';

const count = 5000;
const seed = announceSeed('files of statements');
/** So many differences are shown, each as a small file. */
const shown = 5;

interface Case {
  readonly text: string;
  readonly answer: XluAnswer | XluCrash;
}

describe.skipIf(!HAS_XEN)(`${count} generated files, seed ${seed}`, { timeout: 180_000 }, () => {
  let cases: readonly Case[] = [];
  beforeAll(async () => {
    cases = await compareAll(generateSyntaxFiles(count, seed));
  }, 180_000);

  test('at least 30 % are accepted, and at least 30 % refused', () => {
    const accepted = cases.filter(({ answer }) => isAcceptedByXlu(answer)).length;
    expect(cases).toHaveLength(count);
    expect(accepted).toBeGreaterThan(count * 0.3);
    expect(count - accepted).toBeGreaterThan(count * 0.3);
  });

  test('we refuse what libxlutil refuses, at its line, and read the same settings', async () => {
    expect(await differences(cases)).toEqual([]);
  });

  test('each statement with a problem, and no other one, is refused by itself', async () => {
    const chunks = cases.filter(({ text }) => !text.includes('\0')).flatMap(({ text }) => chunksOf(text));
    const faulty = chunks.filter(({ isFaulty }) => isFaulty).length;
    expect(Math.min(faulty, chunks.length - faulty)).toBeGreaterThan(count * 0.3);
    const answers = await askXlu(chunks.map(({ text }) => text));
    const wrong = chunks
      .map((chunk, index) => ({ ...chunk, answer: answers[index] }))
      .filter(
        ({ answer }) => answer !== undefined && !('report' in answer && answer.report.includes("can't add [list]")),
      )
      .filter(({ isFaulty, answer }) => answer !== undefined && isAcceptedByXlu(answer) === isFaulty);
    expect(wrong.slice(0, shown)).toEqual([]);
  });
});

async function compareAll(texts: readonly string[]): Promise<readonly Case[]> {
  const answers = await askXlu(texts);
  return texts.flatMap((text, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [{ text, answer }];
  });
}

/** The first differences, each with the smallest file that shows one. */
async function differences(cases: readonly Case[]): Promise<readonly object[]> {
  const wrong = cases.filter(({ text, answer }) => differenceInParsing(text, answer) !== undefined);
  return Promise.all(
    wrong.slice(0, shown).map(async ({ text }) => {
      const differenceIn = async (tried: string): Promise<string | undefined> => {
        const [single] = await compareAll([tried]);
        return single && differenceInParsing(single.text, single.answer);
      };
      const small = await shrink(text, async (smaller) => (await differenceIn(smaller)) !== undefined);
      return { text: small, difference: await differenceIn(small), of: wrong.length };
    }),
  );
}

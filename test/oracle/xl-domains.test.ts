import { describe, expect, test } from 'vitest';
import { askXlu, dryRun, HAS_XEN } from '../support/xen.ts';
import { generateDomainFiles } from '../support/xl-domains.ts';
import { differenceInParsing } from '../support/xl-parsing.ts';

const count = 300;
/** The same files in every run: what is asked is whether the generator is worth its name. */
const seed = 1;

describe.skipIf(!HAS_XEN)(`${count} generated domUs`, { timeout: 180_000 }, () => {
  const texts = generateDomainFiles(count, seed);

  test('xl accepts at least 30 % of them and refuses at least 30 %', async () => {
    const accepted = (await dryRun(texts)).filter(({ exit }) => exit === 0).length;
    expect(accepted).toBeGreaterThan(count * 0.3);
    expect(count - accepted).toBeGreaterThan(count * 0.3);
  });

  test('we read them as libxlutil does', async () => {
    const answers = await askXlu(texts);
    const wrong = texts.flatMap((text, index) => {
      const answer = answers[index];
      return answer === undefined ? ['no answer'] : (differenceInParsing(text, answer) ?? []);
    });
    expect(wrong).toEqual([]);
  });
});

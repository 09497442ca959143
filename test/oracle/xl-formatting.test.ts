/** That putting a file in order changes nothing for xl. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { formattingOf } from '../../server/src/core/features/xl/format.ts';
import { applyEdits } from '../../server/src/core/index.ts';
import { xlSnapshot } from '../../server/src/core/workspace/snapshot.ts';
import { announceSeed } from '../support/seed.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN } from '../support/xen.ts';
import { readXl } from '../support/xl.ts';
import { generateDomainFiles } from '../support/xl-domains.ts';

const count = 300;
const seed = announceSeed('domUs to be put in order');
const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'xl/files');

const realFiles =
  folder === undefined
    ? []
    : readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const generated = HAS_XEN
  ? generateDomainFiles(count, seed).map((text, index) => ({ name: `generated file ${index}`, text }))
  : [];

describe.skipIf(!HAS_XEN).each([
  { kind: 'real files', cases: realFiles, least: 5 },
  { kind: `${count} generated domUs, seed ${seed}`, cases: generated, least: count * 0.3 },
])('$kind', ({ cases, least }) => {
  const changed = cases.flatMap(({ name, text }) => {
    const after = format(text);
    return after === text ? [] : [{ name, before: text, after }];
  });
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(changed.flatMap(({ before, after }) => [before, after]));
  }, 120_000);

  test.skipIf(cases.length === 0)('many are not in order yet', () => {
    expect(changed.length).toBeGreaterThan(least);
  });

  test('xl reads the same before and after', () => {
    const wrong = changed.flatMap((one, index) => {
      const [before, after] = [answers[2 * index], answers[2 * index + 1]].map((answer) => answer && told(answer));
      return before === after ? [] : [{ ...one, before, after }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

function format(text: string): string {
  const config = readXl(text, { kind: 'domain' });
  return applyEdits(text, formattingOf(xlSnapshot(config), config.file));
}

/**
 * What xl says, without the numbers of lines, and what it makes up: UUIDs, generation IDs, and the end of a MAC address that is too
 * short, for which it reads what its memory holds and may complain of that.
 */
function told({ exit, output, messages }: DryRun): string {
  const madeUp = /"uuid": "[^"]*"|"ms_vm_genid": \[[^\]]*\]|(?<="mac": "00:16:3e:01:02):[^"]*"/g;
  const said = messages.map((line) => line.replace(/F:\d+/, 'F')).filter((line) => line !== "Invalid parameter `mac'.");
  return [exit, output.replace(madeUp, ''), ...said].join('\n');
}

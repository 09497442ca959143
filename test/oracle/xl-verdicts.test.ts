/** Whether xl refuses a whole domU configuration, and what it reads: the rules and the model against Debian's xl in a dry run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { vifsOf } from '../../server/src/core/model/xl/devices.ts';
import behaviourCases from '../core/syntax/xl/fixtures/behaviour-cases.json' with { type: 'json' };
import { announceSeed } from '../support/seed.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { readXl } from '../support/xl.ts';
import { domainJsonOf, domainJsonOfXl } from '../support/xl-domain-json.ts';
import { generateDomainFiles } from '../support/xl-domains.ts';
import { refusalsOf } from '../support/xl-verdict.ts';

/** What xl says of a CPU that the host does not have; the fake one has 16. */
const saidOfTheHost = 'vcpu hard affinity map is empty';

/**
 * Whether xl refuses a rate for a number elsewhere that was too large: `max_event_channels` does that to a good rate, `memory` does
 * not (xl 4.17), as what is called in between may leave another `errno`.
 */
function hasRateRefusedForAnother(messages: readonly string[]): boolean {
  const isTold = (words: string): boolean => messages.some((line) => line.includes(words));
  return isTold('Numerical result out of range') && isTold(': rate overflow in ');
}

/** Debian's 4.17 is older than the flag in that series, and takes it for the target. */
const flagThatDebianLacks = 'trusted,vdev=xvda,target=/a';

/** A file that is judged otherwise than by xl. */
interface Difference {
  readonly text: string;
  readonly exit: number;
  readonly xl: readonly string[];
  readonly we: readonly string[];
}

type Answer = Pick<DryRun, 'exit' | 'messages'>;

/** The difference between the rules' verdict and xl's exit code; `undefined`: there is none. */
function differenceIn(text: string, { exit, messages }: Answer, series = XEN_SERIES): Difference | undefined {
  const we = refusalsOf(text, series);
  if (we.length > 0 === (exit !== 0) || messages.includes(saidOfTheHost) || hasRateRefusedForAnother(messages))
    return undefined;
  return { text, exit, xl: messages, we };
}

/** Xen's development was at 4.23 when it was asked; the last series that is known is the nearest. */
const recorded = [
  { series: '4.17', cases: behaviourCases.map(({ input, xl417 }) => ({ input, ...xl417 })) },
  { series: '4.22', cases: behaviourCases.map(({ input, xlmaster }) => ({ input, ...xlmaster })) },
].map(({ series, cases }) => ({
  series,
  cases: cases.filter(({ input }) => series !== '4.17' || !input.includes(flagThatDebianLacks)),
}));

describe.each(recorded)('the recorded answers of xl $series', ({ series, cases }) => {
  test('are whole: some are refused', () => {
    expect(cases.length).toBeGreaterThan(200);
    expect(cases.filter(({ rc }) => rc !== 0).length).toBeGreaterThan(50);
  });

  test.each(cases)('$input', ({ input, rc, stderr }) => {
    expect(differenceIn(input, { exit: rc, messages: stderr.split('\n') }, series)).toBeUndefined();
  });
});

/** What we read of an accepted file otherwise than xl; `undefined`: nothing. */
function differenceInValues(text: string, output: string): object | undefined {
  const config = readXl(text, { kind: 'domain', xenVersion: XEN_SERIES });
  const [own, real] = [domainJsonOf(config), domainJsonOfXl(output)];
  // Behind a MAC address that is too short, xl reads what its memory holds.
  const hasShortMac = vifsOf(config).some(({ spec }) => spec.problems.some(({ kind }) => kind === 'short-vif-mac'));
  const unknown = [...(hasShortMac ? ['nics'] : []), ...(config.settings.has('vnuma') ? ['cpus', 'softCpus'] : [])];
  const keys = (Object.keys(own) as readonly (keyof typeof own)[]).filter((key) => !unknown.includes(key));
  const wrong = keys.filter((key) => !isDeepStrictEqual(own[key], real[key]));
  return wrong.length === 0 ? undefined : { text, differences: wrong.map((key) => [key, own[key], real[key]]) };
}

const folder = THIRD_PARTY_CORPUS && join(THIRD_PARTY_CORPUS, 'xl/files');

describe.skipIf(!HAS_XEN || folder === undefined)('real files: needs the third-party corpus', () => {
  const names = folder === undefined ? [] : readdirSync(folder).sort();
  const texts = names.map((name) => readFileSync(join(folder ?? '', name), 'utf8'));
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(texts);
  });

  test.each(names.map((name, index) => ({ name, index })))('$name', ({ index }) => {
    const text = texts[index] ?? '';
    const answer = answers[index];
    if (answer === undefined) throw new Error('no answer');
    expect(differenceIn(text, answer)).toBeUndefined();
    if (answer.exit === 0) expect(differenceInValues(text, answer.output)).toBeUndefined();
  });
});

const count = 5000;
const seed = announceSeed('domUs');
/** So many differences are shown. */
const shown = 5;

describe.skipIf(!HAS_XEN)(`${count} generated domUs, seed ${seed}`, { timeout: 300_000 }, () => {
  const texts = HAS_XEN ? generateDomainFiles(count, seed) : [];
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(texts);
  }, 300_000);

  test('xl accepts at least 30 % and refuses at least 30 %', () => {
    const accepted = answers.filter(({ exit }) => exit === 0).length;
    expect(accepted).toBeGreaterThan(count * 0.3);
    expect(count - accepted).toBeGreaterThan(count * 0.3);
  });

  test('we refuse those that xl refuses, and no others', () => {
    const wrong = answers.flatMap((answer, index) => differenceIn(texts[index] ?? '', answer) ?? []);
    expect(smallest(wrong), `${wrong.length} of ${count}`).toEqual([]);
  });

  test('we read from those that xl accepts what xl reads', () => {
    const wrong = answers.flatMap(({ exit, output }, index) => {
      const text = texts[index] ?? '';
      const difference = exit === 0 ? differenceInValues(text, output) : undefined;
      return difference === undefined ? [] : [{ text, difference }];
    });
    expect(smallest(wrong), `${wrong.length} of ${count}`).toEqual([]);
  });
});

function smallest<Case extends { readonly text: string }>(cases: readonly Case[]): readonly Case[] {
  return cases.toSorted((one, other) => one.text.length - other.text.length).slice(0, shown);
}

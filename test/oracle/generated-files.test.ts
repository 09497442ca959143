import { beforeAll, describe, expect, test } from 'vitest';
import type { Stanza } from '../../server/src/core/model/host.ts';
import type { Answer } from '../support/ifquery.ts';
import { askIfquery, isAccepted } from '../support/ifquery.ts';
import { HAS_ORACLES } from '../support/oracle.ts';
import { announceSeed } from '../support/seed.ts';
import type { OurAnswer } from './compare.ts';
import {
  ask,
  autoInterfacesByIfupdown,
  autoInterfacesByUs,
  differenceInRefusal,
  optionsByUs,
  shrink,
  sourcesFolder,
} from './compare.ts';
import { generateFiles } from './generated-files.ts';

const count = 2400;
const seed = announceSeed('interfaces files');
/** So many differences are shown, each as a small file. */
const shown = 3;

interface Case {
  readonly ours: OurAnswer;
  readonly theirs: Answer;
}

type Difference = (single: Case) => string | undefined;

describe.skipIf(!HAS_ORACLES)(`${count} generated files, seed ${seed}`, { timeout: 180_000 }, () => {
  let cases: readonly Case[] = [];
  beforeAll(async () => {
    cases = await compareAll(generateFiles(count, seed));
  }, 180_000);

  test('at least 30 % are accepted, and at least 30 % refused', () => {
    const accepted = cases.filter(({ theirs }) => isAccepted(theirs)).length;
    expect(cases).toHaveLength(count);
    expect(accepted).toBeGreaterThan(count * 0.3);
    expect(count - accepted).toBeGreaterThan(count * 0.3);
  });

  test('we refuse what ifupdown refuses, at its line, for its reason, and nothing else', async () => {
    expect(await differences(cases, ({ ours, theirs }) => differenceInRefusal(ours, theirs))).toEqual([]);
  });

  test('we see the auto interfaces that ifupdown sees', async () => {
    const compared = cases.filter(isComparableByList);
    expect(compared.length).toBeGreaterThan(count * 0.2);
    expect(await differences(compared, differenceInList)).toEqual([]);
  });

  test('a stanza has the options that ifquery prints', async () => {
    const questions = cases.flatMap((single) => namesToAsk(single).map((iface) => ({ ...single, iface })));
    expect(questions.length).toBeGreaterThan(100);
    const answers = await askIfquery(
      questions.map(({ ours, iface }) => ({ text: ours.text, iface })),
      sourcesFolder,
    );
    const wrong = questions.flatMap(({ ours, iface }, index) => {
      const theirs = answers[index]?.output ?? '';
      const own = optionsByUs(ours, iface);
      return theirs === own ? [] : [{ text: ours.text, iface, theirs, own }];
    });
    expect(wrong.slice(0, shown)).toEqual([]);
  });
});

async function compareAll(texts: readonly string[]): Promise<readonly Case[]> {
  const answers = await askIfquery(
    texts.map((text) => ({ text })),
    sourcesFolder,
  );
  const cases = await Promise.all(
    texts.map(async (text, index) => ({ ours: await ask(text), theirs: answers[index] })),
  );
  return cases.flatMap(({ ours, theirs }) => (theirs === undefined ? [] : [{ ours, theirs }]));
}

/** The first differences, each with the smallest file that shows one. */
async function differences(cases: readonly Case[], differenceOf: Difference): Promise<readonly object[]> {
  const wrong = cases.filter((single) => differenceOf(single) !== undefined);
  return Promise.all(
    wrong.slice(0, shown).map(async ({ ours }) => {
      const differenceIn = async (text: string): Promise<string | undefined> => {
        const [single] = await compareAll([text]);
        return single && differenceOf(single);
      };
      const text = await shrink(ours.text, async (smaller) => (await differenceIn(smaller)) !== undefined);
      return { text, difference: await differenceIn(text), of: wrong.length };
    }),
  );
}

/**
 * Behind an error ifupdown reads no further, a pattern stands for the interfaces of the machine, and a renamed interface is
 * listed by its new name. We take no word behind `#` for
 * an interface, since a rule of its own speaks of it.
 */
function isComparableByList({ ours, theirs }: Case): boolean {
  const { host, refused } = ours;
  const dependsOnMachine =
    host.includes.some(({ unknown }) => unknown) || host.marks.some(({ isPattern }) => isPattern);
  return refused.length === 0 && !dependsOnMachine && isAccepted(theirs) && !/rename|\s#/.test(ours.text);
}

function differenceInList(single: Case): string | undefined {
  if (!isComparableByList(single)) return undefined;
  const { ours, theirs } = single;
  const [own, real] = [autoInterfacesByUs(ours), autoInterfacesByIfupdown(theirs)].map((auto) => JSON.stringify(auto));
  return own === real ? undefined : `ifupdown: ${real}, we: ${own}`;
}

/** Options that ifupdown changes before it prints them (the conversions of inet.defn and inet6.defn). */
const converted = ['address', 'netmask', 'broadcast', 'hwaddress', 'preferred-lifetime'];

/** No option is changed, and the method adds none by a default of its own. */
function isPrintedAsWritten({ method, options }: Stanza): boolean {
  return /^(?:manual|loopback|ppp|none)$/.test(method ?? '') && options.every(({ name }) => !converted.includes(name));
}

/** ifquery would run the script of a mapping, and it reads a file again that is named in another spelling. */
function namesToAsk({ ours, theirs }: Case): readonly string[] {
  const { host, refused, text } = ours;
  if (refused.length > 0 || !isAccepted(theirs) || /mapping|source|rename/.test(text)) return [];
  const names = new Set(host.stanzas.map(({ name }) => name));
  return [...names].filter(
    (name) =>
      /^[^-=/*?[]{1,70}$/.test(name) &&
      host.stanzas.every((stanza) => stanza.name !== name || isPrintedAsWritten(stanza)),
  );
}

import { beforeAll, describe, expect, test } from 'vitest';
import { keysOf } from '../../server/src/core/schema/xl/index.ts';
import type { GuestType, KeyDoc } from '../../server/src/core/schema/xl/key-doc.ts';
import { guestTypes } from '../../server/src/core/schema/xl/key-doc.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { refusalsOf } from '../support/xl-verdict.ts';

/** The first lines of guests that xl accepts, one of each type. */
const guests: Readonly<Record<GuestType, string>> = {
  pv: 'name = "a"\nkernel = "/k"\n',
  pvh: 'name = "a"\ntype = "pvh"\nkernel = "/k"\n',
  hvm: 'name = "a"\ntype = "hvm"\n',
};

/** What stands behind a key where something else is wanted. */
const oddValues = [
  ...(['= ""', '= "x"', '= 1', '= "-1"', '= 99999999999999999999', '= []', '= ["x"]', '+= 1', '+= "x"'] as const),
];

/** Every key with odd values, and with some of the words that it takes, as they are and in capitals; by key. */
function linesFor({ name, value }: KeyDoc): readonly string[] {
  const words = value?.complete().map(({ label }) => label) ?? [];
  const taken = words.slice(0, 4).flatMap((word) => [`= "${word}"`, `= "${word.toUpperCase()}"`]);
  return [...oddValues, ...taken].map((rest) => `${name} ${rest}\n`);
}

/** What is read for every type is read alike: two will do. */
function typesFor(doc: KeyDoc): readonly GuestType[] {
  return doc.guests.length === guestTypes.length ? ['pv', 'hvm'] : guestTypes;
}

const cases = keysOf('domain').flatMap((doc) =>
  linesFor(doc).flatMap((line) => typesFor(doc).map((type) => ({ name: doc.name, text: guests[type] + line }))),
);
const names = [...new Set(cases.map(({ name }) => name))];

describe.skipIf(!HAS_XEN)(`xl ${XEN_SERIES} refuses the odd values that we say it refuses`, () => {
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(cases.map(({ text }) => text));
  }, 300_000);

  test.each(names)('%s', (name) => {
    const others = cases.flatMap(({ text, name: of }, index) => {
      const { exit, messages } = answers[index] ?? {};
      if (of !== name || refusalsOf(text, XEN_SERIES).length > 0 === (exit !== 0)) return [];
      return [{ text, exit, messages }];
    });
    expect(others).toEqual([]);
  });
});

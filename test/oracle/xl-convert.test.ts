import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertFromXm, macGenerator, newDomU, uuidGenerator } from '../../server/src/core/index.ts';
import { ROOT } from '../support/project-files.ts';
import { expandSnippet, xlSnippets } from '../support/snippets.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN } from '../support/xen.ts';
import { checkXl, readXl } from '../support/xl.ts';
import { xmFiles } from '../support/xm-files.ts';

/** Bytes that are others each time. */
function counting(): () => number {
  let last = 0;
  return () => {
    last = (last + 7) & 0xff;
    return last;
  };
}

describe.skipIf(!HAS_XEN)('of the files for xm, xl', () => {
  const cases = xmFiles.map(({ title, text }) => {
    const { text: converted, left } = convertFromXm(readXl(text, { kind: 'domain' }), () => 1);
    return { title, text, converted, left };
  });
  let [before, after]: (readonly DryRun[])[] = [];
  beforeAll(async () => {
    before = await dryRun(cases.map(({ text }) => text));
    after = await dryRun(cases.map(({ converted }) => converted));
  });

  test('refuses every one as it is', () => {
    expect(before?.map(({ exit }) => exit)).toEqual(cases.map(() => 1));
  });

  test.each(cases.filter(({ left }) => left.length === 0))('accepts $title once it is converted', ({ title }) => {
    const answer = after?.[cases.findIndex((one) => one.title === title)];
    expect(answer).toMatchObject({ exit: 0, messages: [] });
  });

  test('accepts converted ones exactly where the converter says so', () => {
    const verdicts = cases.map(({ converted }) => checkXl(converted, { kind: 'domain', xenVersion: '4.17' }).findings);
    expect(after?.map(({ exit }) => exit === 0)).toEqual(verdicts.map((all) => !all.some(({ refused }) => refused)));
    expect(after?.some(({ exit }) => exit !== 0)).toBe(true);
  });
});

describe.skipIf(!HAS_XEN || THIRD_PARTY_CORPUS === undefined)('of real files', () => {
  test('xl accepts those that are converted and have no refusal left', async () => {
    const folder = join(THIRD_PARTY_CORPUS ?? '', 'xl/files');
    const converted = readdirSync(folder).flatMap((name) => {
      const config = readXl(readFileSync(join(folder, name), 'utf8'), { kind: 'domain', xenVersion: '4.17' });
      const { edits, text } = convertFromXm(config, () => 1);
      const { findings } = checkXl(text, { kind: 'domain', xenVersion: '4.17' });
      return edits.length === 0 || findings.some(({ refused }) => refused) ? [] : [text];
    });
    const answers = await dryRun(converted);
    expect(answers.map(({ exit }) => exit)).toEqual(converted.map(() => 0));
    expect(converted.length).toBeGreaterThan(15);
  });
});

/** What there may be only once on a host. */
interface Domain {
  readonly c_info: { readonly name: string; readonly uuid: string };
  readonly disks?: readonly { readonly pdev_path: string; readonly removable?: number }[];
  readonly nics?: readonly { readonly mac: string }[];
}

function thingsOf({ output }: DryRun): readonly string[] {
  const { c_info, disks = [], nics = [] } = JSON.parse(output) as Domain;
  const own = disks.filter(({ removable }) => removable === undefined).map(({ pdev_path }) => pdev_path);
  return [c_info.name, ...own, ...nics.map(({ mac }) => mac)];
}

describe.skipIf(!HAS_XEN)('a new domU', () => {
  const folder = join(ROOT, 'examples/etc/xen');
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.cfg'))
    .map((title) => ({ title, text: readFileSync(join(folder, title), 'utf8') }));
  const snippets = xlSnippets.map(({ name, body }) => ({ title: name, text: expandSnippet(body) }));
  const cases = [...examples, ...snippets].map((one) => {
    const [newMac, newUuid] = [macGenerator([one.text], counting()), uuidGenerator(counting())];
    return { ...one, made: newDomU(readXl(one.text, { kind: 'domain' }), { name: 'quitenew', newMac, newUuid }) };
  });
  let [before, after]: (readonly DryRun[])[] = [];
  beforeAll(async () => {
    before = await dryRun(cases.map(({ text }) => text));
    after = await dryRun(cases.map(({ made }) => (made.kind === 'made' ? made.text : '')));
  });

  test.each(cases)('from $title is accepted and shares nothing with it', ({ title, text, made }) => {
    const at = cases.findIndex((one) => one.title === title);
    const [old, copied] = [before?.[at], after?.[at]];
    expect(copied).toMatchObject({ exit: 0, messages: [] });
    if (old === undefined || copied === undefined || made.kind !== 'made') throw new Error('no answer');
    const [things, others] = [thingsOf(old), thingsOf(copied)];
    expect(others).toHaveLength(things.length);
    expect(things.length).toBeGreaterThan(2);
    expect(others.filter((thing) => things.includes(thing))).toEqual([]);
    const rulesOf = (of: string): readonly string[] => checkXl(of, { kind: 'domain' }).findings.map(({ rule }) => rule);
    expect(rulesOf(made.text)).toEqual(rulesOf(text));
  });
});

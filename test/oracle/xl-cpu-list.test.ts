import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import type { CpuList } from '../../server/src/core/syntax/xl/values/cpu-list.ts';
import { cpusOf, parseCpuList } from '../../server/src/core/syntax/xl/values/cpu-list.ts';
import { announceSeed } from '../support/seed.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { fakeHost, xlString } from '../support/xl-json.ts';

const count = 2000;
const seed = announceSeed('lists of CPUs');

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const cpu = fc.integer({ min: 0, max: 17 }).map(String);
const node = fc.integer({ min: 0, max: 8 }).map(String);
const range = fc.oneof(
  { weight: 6, arbitrary: cpu },
  { weight: 6, arbitrary: fc.tuple(cpu, cpu).map(([first, last]) => `${first}-${last}`) },
  { weight: 3, arbitrary: fc.tuple(one('node:', 'nodes:'), node).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(node, node).map(([first, last]) => `nodes:${first}-${last}`) },
  { weight: 3, arbitrary: one('all', 'nodes:all', ' 5', '+7', '007', '', '16-20') },
  {
    weight: 1,
    arbitrary: one('1 ', '1 -2', '1- 2', 'cpu1', '0x3', '-', '1-', '1-2-3', ' all', 'ALL', '^^1', 'node:^1', '-1'),
  },
);
const item = fc.tuple(one('', '', '', '^'), range).map((parts) => parts.join(''));
const generated = fc.array(item, { maxLength: 5 }).map((items) => items.join(','));

const isRefused = (list: CpuList): boolean => list.problems.some(({ effect }) => effect === 'refused');

describe.skipIf(!HAS_XEN)(`${count} generated lists of CPUs, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  const lists = fc.sample(generated, { numRuns: count, seed }).map((text) => parseCpuList(plainAtom(text), true));
  const refused = lists.filter(isRefused);
  const accepted = lists.filter((list) => !isRefused(list));

  test('come to the same CPUs', async () => {
    expect(accepted.length).toBeGreaterThan(count * 0.3);
    // One vCPU each; xl takes a list of no CPU for the soft affinity.
    const starts = Array.from({ length: Math.ceil(accepted.length / 100) }, (_, index) => index * 100);
    const files = starts.map((start) => accepted.slice(start, start + 100));
    const answers = await dryRun(
      files.map((file) =>
        configWith(`vcpus=${file.length}\ncpus_soft=[${file.map(({ atom }) => xlString(atom.text)).join(',')}]`),
      ),
    );
    const wrong = files.flatMap((file, number) => {
      const { exit, output = '', messages } = answers[number] ?? {};
      if (exit !== 0) return [{ list: 'all', own: 'accepted', real: String(messages) }];
      const theirs: readonly (readonly number[])[] = JSON.parse(output).b_info.vcpu_soft_affinity;
      return file.flatMap((list, index) => {
        const [own, real] = [JSON.stringify(cpusOf(list, fakeHost)), JSON.stringify(theirs[index])];
        return own === real ? [] : [{ list: list.atom.text, own, real }];
      });
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('are refused by xl where we say so, for our reason', async () => {
    expect(refused.length).toBeGreaterThan(count * 0.2);
    const sample = refused.slice(0, 300);
    const answers = await dryRun(sample.map(({ atom }) => configWith(`vcpus=1\ncpus=${xlString(atom.text)}`)));
    const wrong = sample.flatMap((list, index) => {
      const { exit, messages = [] } = answers[index] ?? {};
      const first = list.problems.find(({ effect }) => effect === 'refused')?.kind;
      const message = first === 'all-cpus-excluded' ? 'Can\'t combine "^" and "all".' : 'Invalid pcpu range: ';
      return exit === 1 && messages[0]?.startsWith(message) ? [] : [{ list: list.atom.text, exit, messages, first }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('are refused for the hard affinity where no CPU is left', async () => {
    const empty = accepted.filter(({ problems }) => problems.some(({ kind }) => kind === 'empty-cpu-list'));
    expect(empty.length).toBeGreaterThan(10);
    expect(empty.filter((list) => cpusOf(list, fakeHost).length > 0)).toEqual([]);
    const sample = empty.slice(0, 50);
    const answers = await dryRun(sample.map(({ atom }) => configWith(`vcpus=1\ncpus=${xlString(atom.text)}`)));
    expect(
      answers.filter(({ exit, messages }) => exit !== 1 || messages[0] !== 'vcpu hard affinity map is empty'),
    ).toEqual([]);
  });
});

function configWith(lines: string): string {
  return `name="a"\nkernel="/k"\n${lines}\n`;
}

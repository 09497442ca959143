import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isXenVersion } from '../../server/src/core/index.ts';
import { cpuidNamesOf } from '../../server/src/core/model/xl/cpuid-names.ts';
import { specLanguages } from '../../server/src/core/model/xl/spec-languages.ts';
import type { SpecName } from '../../server/src/core/schema/xl/key-doc.ts';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import type { Spec } from '../../server/src/core/syntax/xl/values/spec.ts';
import { readVnumaNode, vnumaFaults, vnumaTotals } from '../../server/src/core/syntax/xl/values/vnuma-nodes.ts';
import { announceSeed } from '../support/seed.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { xlString } from '../support/xl-json.ts';
import { deviceLists, expectedDevice, flatDevice } from './xl-device-json.ts';
import { deviceStrings } from './xl-device-strings.ts';

const count = 300;
const seed = announceSeed('strings of devices');
const xenVersion = XEN_SERIES !== undefined && isXenVersion(XEN_SERIES) ? XEN_SERIES : '4.17';

function parse(language: SpecName, text: string, isInList = true): Spec {
  return specLanguages[language].parse(plainAtom(text), { xenVersion, isInList });
}

const isRefused = ({ problems }: Spec): boolean => problems.some(({ effect }) => effect === 'refused');

function fileWith(setting: string): string {
  return `name="a"\nkernel="/k"\n${setting}\n`;
}

/** Where our verdict is not xl's, as a table for the failure's message. */
function differences(
  cases: readonly { readonly text: string; readonly isRefused: boolean }[],
  answers: Awaited<ReturnType<typeof dryRun>>,
): readonly object[] {
  return cases.flatMap(({ text, isRefused: refused }, index) => {
    const { exit, messages } = answers[index] ?? {};
    return refused === (exit !== 0) ? [] : [{ text, refused, exit, messages }];
  });
}

/** 4.17 has no `virtio`. */
const languages = Object.keys(deviceLists) as readonly (keyof typeof deviceLists)[];

describe.skipIf(!HAS_XEN).each(languages)(
  `${count} generated strings of %s, seed ${seed}, Xen ${XEN_SERIES}`,
  (language) => {
    test('are refused where xl refuses them, and else say the same', async () => {
      const specs = fc.sample(deviceStrings[language], { numRuns: count, seed }).map((text) => parse(language, text));
      const answers = await dryRun(specs.map(({ atom }) => fileWith(`${language}=[${xlString(atom.text)}]`)));
      const cases = specs.map((spec) => ({ text: spec.atom.text, isRefused: isRefused(spec) }));
      expect(differences(cases, answers)).toEqual([]);
      const accepted = cases.filter((one) => !one.isRefused).length;
      expect(accepted).toBeGreaterThan(count * 0.1);
      const wrong = specs.flatMap((spec, index) => {
        const { exit, output = '' } = answers[index] ?? {};
        if (exit !== 0) return [];
        const device = JSON.parse(output)[deviceLists[language]][0];
        const hasUuid = spec.fields.some(({ name }) => name === 'uuid');
        const [own, real] = [expectedDevice(language, spec), flatDevice(device, hasUuid)];
        const isSame = JSON.stringify(sorted(own)) === JSON.stringify(sorted(real));
        return isSame ? [] : [{ text: spec.atom.text, own, real }];
      });
      expect(wrong).toEqual([]);
    });
  },
);

function sorted(object: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

describe.skipIf(!HAS_XEN)(`generated lists of lists, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  const lists = (strings: fc.Arbitrary<string>, most: number) =>
    fc.sample(fc.array(fc.array(strings, { maxLength: most }), { minLength: 1, maxLength: 2 }), {
      numRuns: count,
      seed,
    });
  const asText = (list: readonly (readonly string[])[]) =>
    `[${list.map((inner) => `[${inner.map(xlString).join(',')}]`).join(',')}]`;

  test('sound cards are refused where xl refuses them', async () => {
    const cards = lists(deviceStrings.vsnd, 2);
    const answers = await dryRun(cards.map((card) => fileWith(`vsnd=${asText(card)}`)));
    const cases = cards.map((card) => ({
      text: asText(card),
      isRefused: card.flat().some((text) => isRefused(parse('vsnd', text))),
    }));
    expect(differences(cases, answers)).toEqual([]);
  });

  test('virtual nodes are refused where xl refuses them, and else come to the same', async () => {
    const found = lists(deviceStrings.vnuma, 4);
    const read = found.map((list) => {
      const specs = list.map((inner) => inner.map((text) => parse('vnuma', text)));
      const nodes = specs.map(readVnumaNode);
      return { text: asText(list), nodes, isRefused: specs.flat().some(isRefused) || isMoreThanTheHostHas(nodes) };
    });
    const answers = await dryRun(read.map(({ text }) => fileWith(`vnuma=${text}`)));
    expect(differences(read, answers)).toEqual([]);
    const accepted = read.flatMap(({ nodes, text }, index) => {
      const { exit, output = '' } = answers[index] ?? {};
      return exit === 0 ? [{ text, nodes, info: JSON.parse(output).b_info }] : [];
    });
    expect(accepted.length).toBeGreaterThan(count * 0.1);
    for (const { text, nodes, info } of accepted) {
      const { size, vcpus } = vnumaTotals(nodes);
      expect([text, info.max_vcpus ?? 0, info.max_memkb ?? 0]).toEqual([text, Number(vcpus), Number(size * 1024n)]);
      expect([text, info.vnuma_nodes]).toEqual([text, nodes.map((node) => libxlNode(node, nodes.length))]);
    }
  });

  /** The fake host has 16 CPUs and 8 nodes. */
  function isMoreThanTheHostHas(nodes: readonly ReturnType<typeof readVnumaNode>[]): boolean {
    return nodes.some(({ physicalNode }) => physicalNode >= 8n) || vnumaTotals(nodes).vcpus > 16n;
  }

  /** A node as libxl's JSON has it; numbers of vCPUs that no map of the host holds are left out. */
  function libxlNode(node: ReturnType<typeof readVnumaNode>, nodes: number): object {
    const vcpus = Array.from({ length: 64 }, (_, vcpu) => vcpu).filter((vcpu) =>
      node.vcpus.some(({ first, last }) => first <= BigInt(vcpu) && BigInt(vcpu) <= last),
    );
    const fitting = vcpus.filter((vcpu) => vcpu < 16);
    return {
      ...(node.size === 0n ? {} : { memkb: Number(node.size) * 1024 }),
      distances: Array.from({ length: nodes }, (_, index) => Number(node.distances?.[index] ?? 0n)),
      ...(node.physicalNode === 0n ? {} : { pnode: Number(node.physicalNode) }),
      ...(fitting.length === 0 ? {} : { vcpus: fitting }),
    };
  }

  test('more distances than nodes make xl crash', async () => {
    const distances = Array.from({ length: 40 }, () => '10').join(',');
    const node = readVnumaNode(['size=5', 'vcpus=0', `vdistances=${distances}`].map((text) => parse('vnuma', text)));
    expect(vnumaFaults([node]).map(({ kind }) => kind)).toEqual(['too-many-distances']);
    const [answer] = await dryRun([fileWith(`vnuma=[["size=5","vcpus=0","vdistances=${distances}"]]`)]);
    expect(answer?.exit).toBeGreaterThanOrEqual(128);
  });
});

/** The number of the message that xl prints for a problem; those without one are not told. */
const cpuidErrors: Readonly<Record<string, number>> = {
  'missing-equals-sign': 1,
  'unknown-parameter': 2,
  'blank-at-name': 2,
  'illegal-value': 3,
  'illegal-msr-value': 3,
  'illegal-leaf': 1,
  'illegal-subleaf': 2,
  'missing-colon': 3,
  'unknown-register': 4,
  'wrong-length': 5,
};

describe.skipIf(!HAS_XEN)(`CPUID settings, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  const numbersOf = (messages: readonly string[] = []) =>
    messages.flatMap((line) => /^ {2}error(?: #(\d))?:/.exec(line)?.slice(1, 2).map(Number) ?? []);

  test.each([
    ['cpuid', false],
    ['cpuid in a list', true],
  ] as const)('generated %s: the same messages', async (kind, isInList) => {
    const specs = fc
      .sample(deviceStrings[kind], { numRuns: count, seed })
      .map((text) => parse('cpuid', text, isInList));
    const settings = specs.map(({ atom }) => (isInList ? `[${xlString(atom.text)}]` : xlString(atom.text)));
    const answers = await dryRun(settings.map((setting) => fileWith(`cpuid=${setting}`)));
    const wrong = specs.flatMap(({ atom, problems }, index) => {
      const own = problems.flatMap((problem) =>
        problem.kind === 'missing-host' ? NaN : (cpuidErrors[problem.kind] ?? []),
      );
      const real = numbersOf(answers[index]?.messages);
      return answers[index]?.exit === 0 && `${own}` === `${real}` ? [] : [{ text: atom.text, own, real }];
    });
    expect(wrong).toEqual([]);
  });

  test('every name that we have for this series is known to xl, and none of a newer one', async () => {
    const all = [...cpuidNamesOf('99.0').keys()];
    const known = cpuidNamesOf(xenVersion);
    const answers = await dryRun(all.map((name) => fileWith(`cpuid="host,${name}=1"`)));
    const reallyKnown = all.filter((_, index) => answers[index]?.messages.length === 0);
    expect(reallyKnown).toEqual(all.filter((name) => known.has(name)));
  });
});

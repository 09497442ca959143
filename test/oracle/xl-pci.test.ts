import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import type { Iomem } from '../../server/src/core/syntax/xl/values/iomem.ts';
import { parseIomem } from '../../server/src/core/syntax/xl/values/iomem.ts';
import { parseIoports } from '../../server/src/core/syntax/xl/values/ioports.ts';
import { parseIrq } from '../../server/src/core/syntax/xl/values/irqs.ts';
import { parsePci } from '../../server/src/core/syntax/xl/values/pci.ts';
import { parseRdm } from '../../server/src/core/syntax/xl/values/rdm.ts';
import type { Spec } from '../../server/src/core/syntax/xl/values/spec.ts';
import { announceSeed } from '../support/seed.ts';
import { askXluSpecs, dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { pciJson, xlString } from '../support/xl-json.ts';

const count = 2000;
const seed = announceSeed('PCI devices, reserved memory and raw hardware');

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const isRefused = ({ problems }: Spec): boolean => problems.some(({ effect }) => effect === 'refused');

const slotAndFunction = fc
  .tuple(
    one('00', '1f', '1', '02', '20', '0x1', '-1', ' 1', '+2', '0x', 'g', ''),
    one('.', '.', '.', '.', '.', '.', '.', ':'),
    one('0', '7', '*', '3', '8', '', 'x', '0x1', ' 1'),
  )
  .map((parts) => parts.join(''));
const address = fc.oneof(
  { weight: 6, arbitrary: one('01:00.0', '0000:03:00.1', 'ff:1f.7', '0001:00:02.*', '1:2.3') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        one('', '0000:', 'ffff:', '10000:', '0:', '0:0:'),
        one('01:', '0:', 'ff:', '100:', '100000001:', 'x:', ''),
        slotAndFunction,
      )
      .map((parts) => parts.join('')),
  },
);
const parameter = fc.oneof(
  one(
    'permissive=1',
    'permissive=0',
    'seize=1',
    'msitranslate=1',
    'power_mgmt=2',
    'seize=yes',
    'permissive=-1',
    'permissive=1x',
  ),
  one('rdm_policy=strict', 'rdm_policy=RELAXED', 'rdm_policy=invalid', 'vslot=1f', 'vslot=8', 'name=nic'),
  one(
    'permissive=1',
    'seize=0',
    'msitranslate=0',
    'rdm_policy=x',
    'vslot=20',
    'vslot=',
    'vslot=8x',
    'foo=1',
    'seize',
    '',
    ' seize=1',
  ),
  address.map((text) => `bdf=${text}`),
);
const pcis = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: address.map((text) => [text]) }, { weight: 1, arbitrary: fc.constant([]) }),
    one('', '', '', '', '@1f', '@8', '@20', '@', '@8x', 'x', '@-1'),
    fc.array(parameter, { maxLength: 3 }),
  )
  .map(([first, slot, rest]) => [...first.map((text) => text + slot), ...rest].join(','));

const rdms = fc
  .array(
    one(
      'strategy=host',
      'policy=strict',
      'policy=relaxed',
      'policy=foo',
      'strategy=x',
      'foo=1',
      '',
      'strategy',
      ' strategy=host',
    ),
    {
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(','));

describe.skipIf(!HAS_XEN)(`generated strings, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  test(`${count} PCI devices are refused by us and libxlutil alike, or come to the same`, async () => {
    const devices = fc
      .sample(pcis, { numRuns: count, seed })
      .map((text) => parsePci(plainAtom(text)))
      // xl 4.17 reads memory that nobody has written, and mostly crashes.
      .filter(({ problems }) => !problems.some(({ kind }) => kind === 'pci-without-function'));
    const accepted = devices.filter((pci) => !isRefused(pci));
    expect(accepted.length).toBeGreaterThan(count * 0.2);
    expect(devices.length - accepted.length).toBeGreaterThan(count * 0.2);
    const answers = (await askXluSpecs(
      'pci',
      devices.map(({ atom }) => atom.text),
    )) as readonly { rc: number; pci: object }[];
    const wrong = devices.flatMap((device, index) => {
      const { rc, pci } = answers[index] ?? {};
      const isSame = isRefused(device) ? rc !== 0 : rc === 0 && isDeepStrictEqual(pci, pciJson(device));
      return isSame ? [] : [{ spec: device.atom.text, problems: device.problems, own: pciJson(device), rc, pci }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('reserved memory is dropped, or taken, as by libxlutil', async () => {
    const texts = fc.sample(rdms, { numRuns: 300, seed });
    const answers = (await askXluSpecs('rdm', texts)) as readonly { rc: number; strategy: number }[];
    const wrong = texts.flatMap((text, index) => {
      const rdm = parseRdm(plainAtom(text));
      const isDropped = rdm.problems.some(({ kind }) => kind !== 'unknown-rdm-policy');
      const own = isDropped ? 'dropped' : (rdm.strategy ?? 'none');
      const { rc, strategy } = answers[index] ?? {};
      const real = rc !== 0 ? 'dropped' : strategy === 1 ? 'host' : 'none';
      return own === real ? [] : [{ text, own, real }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

const hex = one(
  '0',
  '3f8',
  '2ff',
  '0x2f8',
  'ffff',
  '10000',
  'fffffffe',
  'ffffffff',
  'fee00',
  ' 1',
  '-1',
  'x',
  '',
  '0x',
  'g',
  '1 ',
  '123456789abcdef01',
);
const raw = {
  ioports: fc.tuple(hex, one('-', '-', '', 'x', ' '), hex).map((parts) => parts.join('')),
  irqs: one('0', '5', '05', ' 7', '+7', '7 ', '0x5', '-1', 'x', '', '4294967294', '4294967295', '99999999999999999999'),
  iomem: fc
    .tuple(hex, one(',', ',', ',', ', ', ' ,', '@'), hex, one('', '', '@', ',', 'x'), hex)
    .map(([start, comma, pages, at, guest]) => [start, comma, pages, at, at === '' ? '' : guest].join('')),
};
function iomemJson({ range }: Iomem): object | undefined {
  if (range === undefined) return undefined;
  const { start, pages, guest } = range;
  return {
    ...(start === 0 ? {} : { start }),
    ...(pages === 0 ? {} : { number: pages }),
    ...(guest === undefined ? {} : { gfn: guest }),
  };
}

const readers = {
  ioports: (text: string) => {
    const spec = parseIoports(plainAtom(text));
    const { range } = spec;
    const members = range && { first: range.first, number: (range.last - range.first + 1) >>> 0 };
    return { spec, value: members && Object.fromEntries(Object.entries(members).filter(([, value]) => value !== 0)) };
  },
  irqs: (text: string) => {
    const spec = parseIrq(plainAtom(text));
    return { spec, value: spec.irq };
  },
  iomem: (text: string) => {
    const spec = parseIomem(plainAtom(text));
    return { spec, value: iomemJson(spec) };
  },
};

describe.skipIf(!HAS_XEN)(`raw hardware, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  test.each(['ioports', 'irqs', 'iomem'] as const)(
    '%s are refused by us and xl alike, or come to the same',
    async (key) => {
      const texts = fc.sample(raw[key], { numRuns: 200, seed });
      const answers = await dryRun(texts.map((text) => `name="a"\nkernel="/k"\n${key}=[${xlString(text)}]\n`));
      expect(answers.filter(({ exit }) => exit === 0).length).toBeGreaterThan(25);
      const wrong = texts.flatMap((text, index) => {
        const { spec, value } = readers[key](text);
        const { exit, output = '' } = answers[index] ?? {};
        const theirs = exit === 0 ? JSON.parse(output).b_info[key]?.[0] : undefined;
        const isSame = isRefused(spec) ? exit === 1 : exit === 0 && isDeepStrictEqual(theirs, value);
        return isSame ? [] : [{ text, exit, theirs, value, problems: spec.problems }];
      });
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { applyEdits } from '../../../server/src/core/index.ts';
import { specLanguages } from '../../../server/src/core/model/xl/spec-languages.ts';
import type { SpecName } from '../../../server/src/core/schema/xl/key-doc.ts';
import { checkXl } from '../../support/xl.ts';

/** A key of each language inside strings, and how its value is written around a string. */
const keys: readonly (readonly [language: SpecName, key: string, before: string, after: string])[] = [
  ...(['disk', 'vif', 'pci', 'vfb', 'usbctrl', 'usbdev', 'channel', 'vtpm', 'p9', 'pvcalls'] as const).map(
    (name) => [name, name, '[ ', ' ]'] as const,
  ),
  ...(['vdispl', 'vkb', 'virtio', 'ioports', 'irqs', 'iomem'] as const).map(
    (name) => [name, name, '[ ', ' ]'] as const,
  ),
  ['rdm', 'rdm', '', ''],
  ['vsnd', 'vsnd', '[ [ ', ' ] ]'],
  ['vnuma', 'vnuma', '[ [ ', ' ] ]'],
  ['cpuid', 'cpuid', '', ''],
  ['cpuid', 'cpuid', '[ ', ' ]'],
  ['cpu-list', 'cpus', '', ''],
  ['cpu-list', 'cpus_soft', '[ ', ' ]'],
];

const oddValues = [
  '',
  ' ',
  '0',
  '1',
  '010',
  '-1',
  '4294967295',
  'yes',
  'a',
  'x=y',
  '1:2',
  '1.0',
  '0x5',
  'ff',
  '1-0',
  '^1',
];
const oddParts = [
  ...[
    '/dev/vg/a',
    'phy:/dev/vg/a',
    'file:/a.qcow2',
    'raw',
    'xvda',
    'xvda1',
    'hde',
    'xvda:cdrom',
    'w',
    'w!',
    'cdrom',
    'http://a',
  ],
  ...[
    'host',
    '0:eax=xx',
    'card',
    'pcm',
    '01:00.0',
    '01:00',
    '0-3',
    '3-1',
    'nodes:0',
    'all',
    '^all',
    '1,2@3',
    'fee00,1',
    '=',
    ';',
    '',
  ],
];

/** A text of the language, or what might be taken for one. */
function textOf(language: SpecName): fc.Arbitrary<string> {
  const { parameters } = specLanguages[language];
  const names = [...parameters.map(({ name }) => name), 'nmae'];
  const values = [
    ...oddValues,
    ...parameters.flatMap(({ value }) => value?.complete().map(({ label }) => label) ?? []),
  ];
  const pair = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('=', '=', '=', ' = ', ''), fc.constantFrom(...values))
    .map((parts) => parts.join(''));
  const part = fc.oneof({ weight: 3, arbitrary: pair }, { weight: 1, arbitrary: fc.constantFrom(...oddParts) });
  const blanks = fc.constantFrom('', '', ' ');
  return (
    fc
      // Where xl stops at a fault, it would next stop at an equal one.
      .uniqueArray(fc.tuple(blanks, part, blanks), { maxLength: 6, selector: ([, text]) => text.replace(/ *=.*/, '') })
      .map((parts) => parts.map((piece) => piece.join('')).join(','))
  );
}

/** Each run asks all rules; what they find is looked at in 46 properties. */
const effort = { numRuns: 30 };

const cases = keys.map(([language, key, before, after]) => ({ language, key, before, after }));

describe.each(cases)('a string of $key as in $before"…"$after', ({ language, key, before, after }) => {
  const fileOf = (text: string): string =>
    `name = "a"\ntype = "hvm"\n${language === 'cpu-list' ? 'vcpus = 2\n' : ''}${key} = ${before}${JSON.stringify(text)}${after}\n`;

  test('has a finding for each fault that reading it found, refused where xl refuses the file', () => {
    fc.assert(
      fc.property(textOf(language), (text) => {
        const { config, findings } = checkXl(fileOf(text));
        const wanted = config.specs.flatMap(({ spec }) => spec.problems);
        expect(findings.some(({ refused }) => refused)).toBe(wanted.some(({ effect }) => effect === 'refused'));
        for (const { span } of wanted) {
          const near = findings.filter(
            ({ location }) => location.span.start <= span.end && span.start <= location.span.end,
          );
          expect(near.length, `${text}: ${JSON.stringify(wanted)}`).toBeGreaterThan(0);
        }
      }),
      effort,
    );
  });

  test('has findings whose messages are sentences, and whose fixes take them away', () => {
    fc.assert(
      fc.property(textOf(language), (text) => {
        const { config, findings } = checkXl(fileOf(text));
        for (const finding of findings) {
          expect(finding.message).toMatch(/^[^.].*\.$/s);
          expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
          for (const fix of finding.fixes) {
            const mended = checkXl(applyEdits(config.tree.text, fix.edits)).findings;
            expect(timesOf(mended, finding), `${text}: ${finding.rule}: ${fix.title}`).toBeLessThan(
              timesOf(findings, finding),
            );
          }
        }
      }),
      effort,
    );
  });
});

function timesOf(findings: readonly Finding[], { rule, message }: Finding): number {
  return findings.filter((one) => one.rule === rule && one.message === message).length;
}

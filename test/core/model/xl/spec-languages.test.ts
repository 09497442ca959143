import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { specLanguages } from '../../../../server/src/core/model/xl/spec-languages.ts';
import { specNames } from '../../../../server/src/core/schema/xl/key-doc.ts';
import { plainAtom } from '../../../../server/src/core/syntax/xl/atom.ts';
import { expectPlacesInside } from '../../syntax/xl/values/specs.ts';
import '../../../support/seed.ts';

describe.each(specNames)('%s', (name) => {
  const language = specLanguages[name];

  test('any text is read, and its places are inside', () => {
    const parameters = language.parameters.map((parameter) => parameter.name);
    const word = fc.constantFrom(
      ...parameters,
      '=',
      '=',
      ',',
      ',',
      ';',
      ':',
      ' ',
      '\t',
      '-',
      '0',
      '1x2',
      'x',
      '\u00e9',
      '\ud800',
    );
    const words = fc.array(word, { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), words), fc.boolean(), (text, isInList) => {
        expectPlacesInside((atom) => language.parse(atom, { isInList }), text);
      }),
      { numRuns: 200 },
    );
  });

  test('no parameter is described twice', () => {
    const names = language.parameters.map((parameter) => parameter.name);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('what depends on the series', () => {
  const kinds = (name: (typeof specNames)[number], text: string, xenVersion: '4.17' | '4.18' | '4.20') =>
    specLanguages[name].parse(plainAtom(text), { xenVersion }).problems.map(({ kind }) => kind);

  test.each([
    ['channel', 'name=a=b,connection=pty', '4.17', ['second-equals-sign']],
    ['channel', 'name=a=b,connection=pty', '4.18', []],
    ['p9', 'tag = a,path=/x,security_model=none', '4.17', ['blank-at-name', 'missing-tag']],
    ['p9', 'tag = a,path=/x,security_model=none', '4.18', []],
    ['p9', 'type=qemu,tag=a,path=/x,security_model=none', '4.18', ['unknown-parameter']],
    ['p9', 'type=qemu,tag=a,path=/x,security_model=none', '4.20', []],
    ['cpuid', 'host,la57=0', '4.18', ['unknown-parameter']],
    ['cpuid', 'host,la57=0', '4.20', []],
  ] as const)('%s %s in %s', (name, text, version, expected) => {
    expect(kinds(name, text, version)).toEqual(expected);
  });
});

test('a string of cpuid that begins with a number is of a list, where nothing else tells', () => {
  const kinds = (text: string, isInList?: boolean) =>
    specLanguages.cpuid
      .parse(plainAtom(text), isInList === undefined ? {} : { isInList })
      .problems.map(({ kind }) => kind);
  expect([kinds('1'), kinds('tm=0'), kinds('1', false)]).toEqual([
    ['missing-colon'],
    ['missing-host'],
    ['missing-host'],
  ]);
});

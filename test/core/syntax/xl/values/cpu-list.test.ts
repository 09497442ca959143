import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpusOf, parseCpuList } from '../../../../../server/src/core/syntax/xl/values/cpu-list.ts';
import { fakeHost } from '../../../../support/xl-json.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

/** As `xl -N vcpu-pin 0 0 LIST` of Xen 4.17 answers on a host of 16 CPUs, two to a node. */
describe('what a list comes to', () => {
  const every = [...Array(16).keys()];
  test.each([
    ['0-3', [0, 1, 2, 3]],
    ['9', [9]],
    ['all', every],
    ['nodes:all', every],
    ['all,^12', every.filter((cpu) => cpu !== 12)],
    ['0-5,^3,7', [0, 1, 2, 4, 5, 7]],
    // The order counts.
    ['^3,0-5', [0, 1, 2, 3, 4, 5]],
    ['nodes:1', [2, 3]],
    ['node:0-1,^1', [0, 2, 3]],
    ['all,^nodes:0', every.slice(2)],
    ['all,^nodes:0,all', every],
    ['0, 1,,2', [0, 1, 2]],
    ['16-40', []],
    ['^0', []],
    ['', []],
  ])('%s', (text, cpus) => {
    expect(cpusOf(parseCpuList(atomOf(text)), fakeHost)).toEqual(cpus);
  });
});

test.each([
  ['foo', 'unreadable-cpu-range «foo» refused'],
  ['0-1,cpu2', 'unreadable-cpu-range «cpu2» refused'],
  ['0x3', 'unreadable-cpu-range «0x3» refused'],
  ['-1', 'unreadable-cpu-range «-1» refused'],
  ['0 - 3', 'blank-in-cpu-range «0 - 3» refused'],
  ['0,1 ,2', 'blank-in-cpu-range «1 » refused'],
  ['0, ^1', 'blank-in-cpu-range « ^1» refused'],
  ['3-0', 'backward-cpu-range «3-0» refused'],
  ['0,^all', 'all-cpus-excluded «^all» refused'],
  ['0,-2', 'impossible-cpu «-2» misread'],
  ['^3,0-5', 'cpu-exclusion-without-effect «^3» dropped'],
  ['0-5,^7', 'cpu-exclusion-without-effect «^7» dropped'],
  ['', 'empty-cpu-list «» refused'],
  ['4,^4', 'empty-cpu-list «4,^4» refused'],
  ['all,^0-3'],
  ['nodes:0,^1'],
  ['0-3,99'],
  ['0, 1'],
])('%s', (text, ...expected) => {
  expect(shown(parseCpuList(atomOf(text)))).toEqual(expected);
});

test('an empty list is taken for cpus_soft', () => {
  expect(shown(parseCpuList(atomOf('4,^4'), true))).toEqual(['empty-cpu-list «4,^4» dropped']);
});

test('any text is read, and its places are inside', () => {
  const word = fc.constantFrom(',', '^', '-', 'all', 'nodes:', '1', '12', ' ', 'x', '99999999999999999999999');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join('')),
  );
  fc.assert(fc.property(text, (any) => expectPlacesInside((atom) => parseCpuList(atom), any)));
});

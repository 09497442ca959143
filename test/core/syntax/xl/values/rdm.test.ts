import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRdm } from '../../../../../server/src/core/syntax/xl/values/rdm.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

test.each([
  ['strategy=host,policy=strict', 'rdm-with-policy «strict» dropped'],
  ['strategy=none', 'unknown-rdm-strategy «none» dropped'],
  ['type=host', 'unknown-rdm-parameter «type=host» dropped'],
  ['strategy=host,policy=lax', 'unknown-rdm-policy «lax» dropped'],
  ['strategy=host,', 'incomplete-rdm «strategy=host,» dropped'],
  ['strategy', 'incomplete-rdm «strategy» dropped'],
  ['', 'incomplete-rdm «» dropped'],
  ['strategy=host'],
])('%s', (text, ...expected) => {
  expect(shown(parseRdm(atomOf(text)))).toEqual(expected);
});

test.each([
  ['strategy=host', 'host'],
  ['strategy=host,policy=lax', 'host'],
  ['strategy=host,policy=strict', undefined],
  ['policy=lax', undefined],
])('%s comes to %s', (text, strategy) => {
  expect(parseRdm(atomOf(text)).strategy).toBe(strategy);
});

test('any text is read, and its places are inside', () => {
  const word = fc.constantFrom(',', '=', 'strategy', 'host', 'policy', 'strict', 'x');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join('')),
  );
  fc.assert(fc.property(text, (any) => expectPlacesInside(parseRdm, any)));
});

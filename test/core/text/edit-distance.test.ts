import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../../server/src/core/text/edit-distance.ts';

test('letters inserted, deleted, changed or swapped count one each', () => {
  expect(editDistance('bridge_prots', 'bridge_ports')).toBe(1);
  expect(editDistance('adress', 'address')).toBe(1);
  expect(editDistance('gatewayy', 'gateway')).toBe(1);
  expect(editDistance('netnask', 'netmask')).toBe(1);
  expect(editDistance('eth0', 'eth0')).toBe(0);
});

describe('the nearest candidates', () => {
  test('are those at the least distance, in the order given, without the word itself', () => {
    expect(nearest('eth1', ['eth22', 'eth2', 'eth1', 'eth0', 'eth2'], 2)).toEqual(['eth2', 'eth0']);
    expect(nearest('eth1', ['wlan0'], 2)).toEqual([]);
    expect(nearest('eth1', ['eth0'], 0)).toEqual([]);
  });

  test('are what measuring every candidate finds', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '_', 'ä', '\u0161', '\u{1F600}'), maxLength: 6 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), fc.integer({ min: 0, max: 3 }), (word, others, limit) => {
        const near = [...new Set(others)].filter((other) => other !== word && editDistance(word, other) <= limit);
        const least = Math.min(...near.map((other) => editDistance(word, other)));
        expect(nearest(word, others, limit)).toEqual(near.filter((other) => editDistance(word, other) === least));
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePci } from '../../../../../server/src/core/syntax/xl/values/pci.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

test.each([
  ['01:00', 'pci-without-function «01:00» refused'],
  ['bdf=01:00,seize=1', 'pci-without-function «01:00» refused'],
  ['nic', 'unreadable-pci-address «nic» refused'],
  ['01:00.x', 'unreadable-pci-address «01:00.x» refused'],
  ['01:20.0', 'pci-address-out-of-range «01:20.0» refused'],
  ['01:00.8', 'pci-address-out-of-range «01:00.8» refused'],
  ['01:00.0@20', 'unreadable-pci-slot «20» refused'],
  ['01:00.0,vslot=', 'unreadable-pci-slot «» refused'],
  ['01:00.0 ,seize=1', 'text-behind-pci-address « » refused'],
  ['01:00.0@8x', 'text-behind-pci-address «x» refused'],
  ['bdf=01:00.0;', 'text-behind-pci-address «;» misread'],
  ['01:00.0,premissive=1', 'unknown-pci-parameter «premissive=1» refused'],
  ['01:00.0, seize=1', 'unknown-pci-parameter « seize=1» refused'],
  ['01:00.0,seize', 'pci-parameter-without-value «seize» refused'],
  ['01:00.0,seize,permissive=1', 'pci-parameter-without-value «seize» refused'],
  ['01:00.0,rdm_policy=none', 'unknown-rdm-policy «none» refused'],
  ['01:00.0,seize=yes', 'pci-switch-not-a-number «yes» misread'],
  ['', 'pci-without-address «» refused'],
  ['seize=1', 'pci-without-address «seize=1» refused'],
  ['01:00.0,name=nic', 'pci-address-and-name «01:00.0,name=nic» refused'],
  ['01:00.0,seize=0,seize=1', 'pci-parameter-twice «seize=0» dropped'],
  ['01:00.0'],
  ['0000:01:00.*@1f,permissive=1,'],
  ['name=nic,seize=1'],
])('%s', (text, ...expected) => {
  expect(shown(parsePci(atomOf(text)))).toEqual(expected);
});

test('says what is handed over, and how', () => {
  const pci = parsePci(atomOf('0001:0a:1f.3@8,permissive=1,rdm_policy=Relaxed'));
  expect(pci).toMatchObject({
    address: { domain: 1, bus: 10, slot: 31, function: 3 },
    virtualSlot: 8,
    isPermissive: true,
    isSeized: false,
    rdmPolicy: 'relaxed',
  });
  expect(pci.fields.map(({ name, nameSpan, value }) => [name, nameSpan !== undefined, value?.text])).toEqual([
    ['bdf', false, '0001:0a:1f.3'],
    ['vslot', false, '8'],
    ['permissive', true, '1'],
    ['rdm_policy', true, 'Relaxed'],
  ]);
});

test('any text is read, and its places are inside', () => {
  const word = fc.constantFrom(',', '=', '@', ':', '.', '01:00.0', 'seize', 'bdf=', 'vslot=', 'x', '1', ' ', '\u00e9');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, (any) => expectPlacesInside(parsePci, any)),
    { numRuns: 200 },
  );
});

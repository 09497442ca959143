import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allKnownOptionNames,
  allOptions,
  canonicalOptionName,
  isKnownOption,
  misspellingCandidates,
  packagesThatRead,
} from '../../../../server/src/core/schema/interfaces/index.ts';
import hookNames from '../fixtures/hook-option-names.json' with { type: 'json' };
import ifupdown2Names from '../fixtures/ifupdown2-option-names.json' with { type: 'json' };

/** ifupdown's own scripts get options that ifupdown itself reads too; for these the spelling of the man page counts. */
function spelled(program: string, name: string): string {
  const own = allOptions().find((option) => option.package === 'ifupdown' && canonicalOptionName(option.name) === name);
  return program === 'ifupdown' ? (own?.name ?? name) : name;
}

describe('names of other packages and dialects', () => {
  test.each(Object.entries(hookNames))('every option of %s is known as its own', (program, names) => {
    for (const name of names) {
      expect(isKnownOption(spelled(program, name)), name).toBe(true);
      if (program !== 'bridge-utils' || name.startsWith('bridge_')) {
        expect(packagesThatRead(spelled(program, name)), name).toContain(program);
      }
    }
  });

  test('every option of ifupdown2 is known', () => {
    for (const name of ifupdown2Names) expect(isKnownOption(name), name).toBe(true);
  });

  test('every catalogued option is known, to its package', () => {
    for (const option of allOptions()) expect(packagesThatRead(option.name), option.name).toContain(option.package);
  });

  test.each([
    ['bond_slaves', ['ifenslave', 'ifupdown2', 'ifupdown-ng']],
    ['BRIDGE_PORTS', ['bridge-utils', 'vlan', 'ifupdown2', 'ifupdown-ng']],
    ['offload-gro', ['ethtool']],
    ['hardware-dma-ring-rx', ['ethtool']],
    ['wpa-map3', ['wpasupplicant']],
    ['clagd-peer-ip', ['ifupdown2']],
    ['adress', []],
    ['bridge_prots', []],
    ['accept-ra', []],
    ['preferred_lifetime', []],
    ['pre_up', []],
    ['offload-', []],
    ['', []],
  ])('%s is read by %j', (name, programs) => {
    expect(packagesThatRead(name)).toEqual(programs);
  });

  test.each(['x-location', 'x_owner', 'network', 'bridge-vids', 'metric', 'mtu?'])('%s is known', (name) => {
    expect(isKnownOption(name)).toBe(true);
  });

  test.each(['bridge_port', 'gatway', 'comment', 'x', 'constructor'])('%s is not known', (name) => {
    expect(isKnownOption(name)).toBe(false);
  });

  test('what a did-you-mean may propose is known and is read on a classic host', () => {
    const candidates = misspellingCandidates();
    expect(candidates).toContain('bridge_ports');
    expect(candidates).toContain('dns-nameservers');
    expect(candidates).not.toContain('bridge-vids');
    expect(candidates).not.toContain('nodash');
    expect(candidates).not.toContain('network');
    for (const name of candidates) expect(isKnownOption(name), name).toBe(true);
    expect(allKnownOptionNames()).toEqual(expect.arrayContaining([...candidates]));
  });

  test('a name that somebody reads is known, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...allKnownOptionNames(), 'toString', '__proto__')), (name) => {
        if (packagesThatRead(name).length > 0) expect(isKnownOption(name)).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allOptions,
  canonicalOptionName,
  families,
  findOption,
  isHookCommand,
  optionsFor,
} from '../../../../server/src/core/schema/interfaces/index.ts';
import type { OptionDoc } from '../../../../server/src/core/schema/option-doc.ts';
import { repeatAfter } from '../../../../server/src/core/schema/option-doc.ts';

/** The options of the two packages as their hooks read them: name, default, unit, what a second line does. */
const bridgeUtils = [
  ['bridge_ports', undefined, undefined, 'joined-list'],
  ['bridge_ageing', '300', 'seconds', 'first-wins'],
  ['bridge_bridgeprio', '32768', undefined, 'first-wins'],
  ['bridge_fd', '15', 'seconds', 'first-wins'],
  ['bridge_gcint', '4', 'seconds', 'unused'],
  ['bridge_hello', '2', 'seconds', 'first-wins'],
  ['bridge_hw', undefined, undefined, 'rejected'],
  ['bridge_maxage', '20', 'seconds', 'first-wins'],
  ['bridge_maxwait', '32', 'seconds', 'rejected'],
  ['bridge_pathcost', undefined, undefined, 'first-wins'],
  ['bridge_portprio', '32', undefined, 'first-wins'],
  ['bridge_stp', 'off', undefined, 'first-wins'],
  ['bridge_vlan_aware', 'no', undefined, 'rejected'],
  ['bridge_waitport', undefined, 'seconds', 'joined-list'],
  ['bridge_token', undefined, undefined, 'rejected'],
];

const vlan = [
  ['vlan-raw-device', undefined, undefined, 'rejected'],
  ['ip-proxy-arp', undefined, undefined, 'rejected'],
  ['ip-rp-filter', undefined, undefined, 'rejected'],
  ['hw-mac-address', undefined, undefined, 'rejected'],
];

function tableOf(name: string): unknown[] {
  const options = allOptions().filter((option) => option.package === name);
  return options.map((option) => [option.name, option.default, option.unit, option.repeat]);
}

function sentencesOf(option: OptionDoc): readonly string[] {
  return [option.summary, option.details, option.deprecated, option.since].filter((text) => text !== undefined);
}

describe('the catalogues', () => {
  test('bridge-utils is complete', () => {
    expect(tableOf('bridge-utils')).toEqual(bridgeUtils);
  });

  test('vlan is complete', () => {
    expect(tableOf('vlan')).toEqual(vlan);
  });

  test('every option has a summary of one sentence, a value and a source', () => {
    for (const option of allOptions()) {
      expect(option.summary, option.name).toMatch(/^[A-Z].*[.]$/);
      expect(option.summary.length, option.name).toBeLessThanOrEqual(110);
      expect(option.summary, option.name).not.toContain('\n');
      expect(option.value.describe, option.name).not.toBe('');
      expect(option.source, option.name).toMatch(/interfaces\(5\)|defn|ifupdown\.sh/);
    }
  });

  test('every list of options names each option once', () => {
    for (const family of families) {
      for (const method of family.methods) {
        const names = optionsFor(family.name, method.name).map((option) => canonicalOptionName(option.name));
        expect(names).toEqual([...new Set(names)]);
      }
    }
  });

  test('no sentence is left unfinished', () => {
    for (const option of allOptions()) {
      for (const sentence of sentencesOf(option)) expect(sentence, option.name).not.toMatch(/^\s|\s$|TODO|\?\?/);
    }
  });

  test("every default that is stated is a value of its option's type", () => {
    for (const option of allOptions()) {
      // The default priority of a port stands without a port.
      if (option.default === undefined || option.name === 'bridge_portprio') continue;
      expect(option.value.check(option.default), option.name).toBeUndefined();
    }
  });

  test('every candidate is a value of its own type', () => {
    for (const option of allOptions()) {
      for (const candidate of option.value.complete()) {
        expect(candidate.detail, option.name).not.toBe('');
        expect(option.value.check(candidate.label), `${option.name} ${candidate.label}`).toBeUndefined();
      }
    }
  });
});

describe('canonicalOptionName', () => {
  test.each([
    ['bridge_ports', 'bridge_ports'],
    ['bridge-ports', 'bridge_ports'],
    ['BRIDGE-Ports', 'bridge_ports'],
    ['bridge_po.rts', 'bridge_ports'],
    ['bridge\u00a0_ports', 'bridge_ports'],
    ['bridge_fd=5', 'bridge_fd'],
    ['mtu?', 'mtu'],
    ['é', ''],
    ['', ''],
  ])('%s is %s', (name, canonical) => {
    expect(canonicalOptionName(name)).toBe(canonical);
  });

  test('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const once = canonicalOptionName(name);
        expect(once).toMatch(/^[a-z0-9_]*$/);
        expect(canonicalOptionName(once)).toBe(once);
      }),
    );
  });
});

describe('findOption', () => {
  test('wants the exact spelling of what ifupdown itself reads', () => {
    expect(findOption('address', 'inet', 'static')?.required).toBe(true);
    expect(findOption('Address', 'inet', 'static')).toBeUndefined();
    expect(findOption('accept_ra', 'inet6', 'static')?.name).toBe('accept_ra');
    expect(findOption('accept-ra', 'inet6', 'static')).toBeUndefined();
    expect(findOption('preferred_lifetime', 'inet6', 'static')).toBeUndefined();
    expect(findOption('pre_up', 'inet', 'manual')).toBeUndefined();
  });

  test('takes any spelling of what a hook reads, in every method', () => {
    for (const name of ['bridge_ports', 'bridge-ports', 'BRIDGE_PORTS', 'bridge_po.rts']) {
      expect(findOption(name, 'inet6', 'auto')?.name).toBe('bridge_ports');
      expect(findOption(name, undefined, undefined)?.name).toBe('bridge_ports');
    }
    expect(findOption('vlan_raw_device', 'inet', 'manual')?.name).toBe('vlan-raw-device');
  });

  test('knows what only another method reads not', () => {
    expect(findOption('gateway', 'inet', 'manual')).toBeUndefined();
    expect(findOption('mtu', 'inet', 'dhcp')).toBeUndefined();
    expect(findOption('bridge_prots', 'inet', 'manual')).toBeUndefined();
  });

  test('knows the hook commands and the description everywhere, also without a method', () => {
    for (const name of ['pre-up', 'up', 'post-up', 'pre-down', 'down', 'post-down']) {
      expect(isHookCommand(name)).toBe(true);
      expect(findOption(name, undefined, undefined)?.repeat).toBe('hook-list');
    }
    expect(findOption('description', 'can', 'static')?.name).toBe('description');
    expect(isHookCommand('description')).toBe(false);
  });

  test('sees through the question mark of "only where it is not set"', () => {
    expect(findOption('mtu?', 'inet', 'static')?.name).toBe('mtu');
  });

  test('never throws', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'inet', 'static'));
    fc.assert(
      fc.property(word, word, word, (name, family, method) => {
        findOption(name, family, method);
      }),
    );
  });
});

describe('repeatAfter', () => {
  function effect(name: string, family: string, method: string, first: string, others: readonly string[]) {
    const option = findOption(name, family, method);
    if (!option) throw new Error(`no option ${name}`);
    return repeatAfter(option, first, [name, ...others]);
  }

  test.each([
    ['address', 'inet', 'static', '10.0.0.1/24', [], 'first-wins'],
    ['address', 'inet', 'static', '10.0.0.1', ['netmask'], 'executed'],
    ['address', 'inet6', 'static', '2001:db8::1/64', [], 'executed'],
    ['address', 'inet6', 'static', '2001:db8::1/64', ['netmask'], 'first-wins'],
    ['address', 'inet6', 'static', '2001:db8::1', ['netmask'], 'executed'],
    ['address', 'inet6', 'v4tunnel', '2001:db8::1/64', ['netmask'], 'executed'],
    ['metric', 'inet', 'static', '5', [], 'unused'],
    ['metric', 'inet', 'static', '5', ['gateway'], 'executed'],
    ['metric', 'inet6', '6to4', '5', [], 'executed'],
    ['address', 'inet6', 'tunnel', '2001:db8::1', [], 'unused'],
    ['mtu', 'inet', 'manual', '1500', [], 'executed'],
    ['bridge_ports', 'inet', 'manual', 'eth0', [], 'joined-list'],
    ['up', 'inet', 'manual', 'true', [], 'hook-list'],
  ] as const)('%s in %s %s behind %s, beside %j: %s', (name, family, method, first, others, expected) => {
    expect(effect(name, family, method, first, others)).toBe(expected);
  });
});

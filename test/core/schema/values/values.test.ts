import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOptions, findOption } from '../../../../server/src/core/schema/interfaces/index.ts';
import { parseBridgePorts } from '../../../../server/src/core/schema/values/bridge-ports.ts';
import { parseCInteger, scanCInteger, scanDecimal } from '../../../../server/src/core/schema/values/c-number.ts';
import { parseMacAddress } from '../../../../server/src/core/schema/values/mac-address.ts';
import { isTrueToIfupdown } from '../../../../server/src/core/schema/values/switch.ts';
import type { ValueType } from '../../../../server/src/core/schema/values/value-type.ts';

/** The type of an option's value; the catalogues are what the types are for, so the tests go through them. */
function typeOf(name: string, family = 'inet', method = 'static'): ValueType {
  const option = findOption(name, family, method);
  if (!option) throw new Error(`no option ${name} in ${family} ${method}`);
  return option.value;
}

const types = [...new Set(allOptions().map((option) => option.value))];

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '10.0.0.1',
        '/',
        '24',
        'none',
        'regex',
        'all',
        'noregex',
        ' ',
        '\n',
        ':',
        '0x',
        '-',
        '1',
        'eth0',
        '::',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6(),
);

describe('every kind of value', () => {
  test('takes any text without an exception, with places inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const type of types) {
          const problem = type.check(text);
          if (problem) {
            expect(problem.span.start).toBeGreaterThanOrEqual(0);
            expect(problem.span.end).toBeLessThanOrEqual(text.length);
            expect(problem.span.start).toBeLessThanOrEqual(problem.span.end);
            expect(problem.message).toMatch(/\.$/);
          }
          type.explain(text);
          for (const { name, span } of type.interfaces?.(text) ?? [])
            expect(text.slice(span.start, span.end)).toBe(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['{{ value }}', '${VALUE}', '$VALUE', '@VALUE@', '<value>', '%VALUE%', '__VALUE__'])(
    'is silent on the hole %s',
    (text) => {
      for (const type of types) {
        if (type.kind === 'zero-one' || type.kind === 'yes-no') continue;
        expect(type.check(text), type.kind).toBeUndefined();
      }
    },
  );

  test('says what it expects in a phrase, not a sentence', () => {
    for (const type of types) {
      expect(type.kind).toMatch(/^[a-z0-9-]+$/);
      expect(type.describe).not.toMatch(/^[A-Z](?!P|A)|\.$/);
    }
  });
});

describe('numbers as C reads them', () => {
  test.each([
    ['10', 10],
    ['010', 8],
    ['0x10', 16],
    ['-5', -5],
    ['+5', 5],
    ['0', 0],
    ['08', undefined],
    ['1.5', undefined],
    ['5abc', undefined],
    ['', undefined],
    ['0x', undefined],
  ])('the whole of "%s" is %s', (text, value) => {
    expect(parseCInteger(text)).toBe(value);
  });

  test.each([
    ['5abc', 5],
    ['08', 0],
    ['0x10z', 16],
    ['abc', undefined],
  ])('scanf("%%i") reads "%s" as %s', (text, value) => {
    expect(scanCInteger(text)).toBe(value);
  });

  test.each([
    ['1.5', 1.5],
    ['5s', 5],
    ['.5', 0.5],
    ['s', undefined],
    ['', undefined],
  ])('scanf("%%lf") reads "%s" as %s', (text, value) => {
    expect(scanDecimal(text)).toBe(value);
  });

  test('every integer is its own text', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        expect(parseCInteger(String(number))).toBe(number);
      }),
    );
  });
});

describe('values that programs refuse, drop or misread', () => {
  test.each([
    ['mtu', '1500', undefined],
    ['mtu', '0x5dc', undefined],
    ['mtu', '$MTU', undefined],
    ['mtu', '"1500"', undefined],
    ['mtu', '1500abc', 'fails'],
    ['mtu', 'jumbo', 'fails'],
    ['mtu', '1.5', 'fails'],
    ['metric', '100', undefined],
    ['metric', '-1', 'fails'],
    ['metric', '4294967296', 'fails'],
    ['hwaddress', '00:16:3e:12:34:56', undefined],
    ['hwaddress', 'ether 00:16:3e:12:34:56', undefined],
    ['hwaddress', 'random', undefined],
    ['hwaddress', 'Random', 'fails'],
    ['hwaddress', 'ether random', 'fails'],
    ['hwaddress', '0:1:2:3:4:5', undefined],
    ['hwaddress', '01:16:3e:12:34:56', 'fails'],
    ['hwaddress', '00:00:00:00:00:00', 'fails'],
    ['hwaddress', '00:16:3e:12:34', 'fails'],
    ['hwaddress', '00-16-3e-12-34-56', 'fails'],
    ['hwaddress', '00163e123456', 'fails'],
    ['scope', 'global', undefined],
    ['scope', 'my-own-scope', undefined],
    ['bridge_stp', 'on', undefined],
    ['bridge_stp', 'yes', undefined],
    ['bridge_stp', '0', undefined],
    ['bridge_stp', 'true', 'dropped'],
    ['bridge_stp', '"off"', undefined],
    ['bridge_maxwait', '0', undefined],
    ['bridge_maxwait', '0x10', undefined],
    ['bridge_maxwait', '1.5', 'fails'],
    ['bridge_maxwait', '08', 'fails'],
    ['bridge_maxwait', '5 10', 'fails'],
    ['bridge_fd', '0', undefined],
    ['bridge_fd', '2.5', undefined],
    ['bridge_fd', '15s', undefined],
    ['bridge_fd', 'fast', 'dropped'],
    ['bridge_hello', '2', undefined],
    ['bridge_hello', '20', 'dropped'],
    ['bridge_maxage', '5', 'dropped'],
    ['bridge_bridgeprio', '32768', undefined],
    ['bridge_bridgeprio', '99999', 'misread'],
    ['bridge_vlan_aware', 'yes', undefined],
    ['bridge_vlan_aware', 'on', 'misread'],
    ['bridge_pathcost', 'eth0 100', undefined],
    ['bridge_pathcost', '100', 'dropped'],
    ['bridge_pathcost', 'eth0 0', 'dropped'],
    ['bridge_portprio', 'eth0 63', undefined],
    ['bridge_portprio', 'eth0 129', 'dropped'],
    ['bridge_waitport', '10', undefined],
    ['bridge_waitport', '10 eth0 eth1', undefined],
    ['bridge_waitport', 'eth0', 'dropped'],
    ['ip-rp-filter', '3', 'misread'],
    ['hw-mac-address', '00:16:3e:12:34:56', undefined],
    ['hw-mac-address', 'random', 'fails'],
  ])('%s %s: %s', (name, text, effect) => {
    expect(typeOf(name).check(text)?.effect).toBe(effect);
  });

  test.each([
    ['accept_ra', 'inet6', 'static', '2', undefined],
    ['accept_ra', 'inet6', 'static', 'on', 'dropped'],
    ['dhcp', 'inet6', 'auto', '1', undefined],
    ['dhcp', 'inet6', 'auto', 'yes', undefined],
    ['dhcp', 'inet6', 'auto', 'maybe', 'misread'],
    ['dad-attempts', 'inet6', 'static', 'many', 'misread'],
    ['dad-interval', 'inet6', 'static', '0.5s', undefined],
    ['preferred-lifetime', 'inet6', 'static', 'forever', undefined],
    ['preferred-lifetime', 'inet6', 'static', 'never', 'fails'],
    ['mode', 'inet', 'tunnel', 'gre', undefined],
    ['mode', 'inet', 'tunnel', 'GRE', 'fails'],
    ['mode', 'inet6', 'tunnel', 'ip6gre', undefined],
    ['mode', 'inet6', 'tunnel', 'IP6GRE', 'fails'],
    ['ttl', 'inet', 'tunnel', 'inherit', undefined],
    ['ttl', 'inet', 'tunnel', '256', 'fails'],
    ['ttl', 'inet6', 'tunnel', 'inherit', 'fails'],
    ['endpoint', 'inet', 'tunnel', 'any', undefined],
    ['endpoint', 'inet6', 'tunnel', '10.0.0.1', 'fails'],
    ['loopback', 'can', 'static', 'on', undefined],
    ['loopback', 'can', 'static', 'yes', 'fails'],
  ])('%s in %s %s: %s: %s', (name, family, method, text, effect) => {
    expect(typeOf(name, family, method).check(text)?.effect).toBe(effect);
  });
});

describe('bridge_ports', () => {
  /** What the hook's own bridge_parse_ports makes of the words; `~` marks a regular expression, the switches are left out. */
  test.each([
    ['eth0 eth1', ['eth0', 'eth1']],
    ['none', ['none!']],
    ['none eth0', ['none', 'eth0']],
    ['eth0,eth1', ['eth0,eth1']],
    ['"eth0"', ['"eth0"']],
    ['regex (eth|vif).*', ['~(eth|vif).*']],
    ['eth0 regex vif.* noregex eth1', ['eth0', '~vif.*', 'eth1']],
    ['regex noregex eth0', ['~noregex', '~eth0']],
    ['noregex regex eth0', ['regex', 'eth0']],
    ['all', []],
    ['all regex if.0 noregex ext0 regex vif.*', ['regex', 'if.0', 'ext0', '~vif.*']],
    ['eth0\neth1', ['eth0', 'eth1']],
    ['', []],
  ])('%s', (text, items) => {
    const found = parseBridgePorts(text).flatMap((word) => {
      if (word.kind === 'pattern') return [`~${word.text}`];
      if (word.kind === 'none') return ['none!'];
      return word.kind === 'port' ? [word.text] : [];
    });
    expect(found).toEqual(items);
  });

  test('names its ports with their places, for rename and references', () => {
    const type = typeOf('bridge_ports');
    expect(type.interfaces?.('eth0  eth1.20 regex vif.*')).toEqual([
      { name: 'eth0', role: 'bridge-port', span: { start: 0, end: 4 } },
      { name: 'eth1.20', role: 'bridge-port', span: { start: 6, end: 13 } },
    ]);
    expect(type.interfaces?.('none')).toEqual([]);
  });

  test('explains none, all and regular expressions', () => {
    const type = typeOf('bridge_ports');
    expect(type.explain('none')).toContain('without ports');
    expect(type.explain('all')).toContain('`eth.*`');
    expect(type.explain('regex vif.*')).toContain('`^vif.*$`');
    expect(type.explain('eth0')).toBeUndefined();
  });
});

describe('interfaces in values', () => {
  test.each([
    ['vlan-raw-device', 'eth0', ['eth0']],
    ['bridge_hw', 'eth0', ['eth0']],
    ['bridge_hw', '00:16:3e:00:00:01', []],
    ['bridge_pathcost', 'eth0 100', ['eth0']],
    ['bridge_waitport', '10 eth0 eth1', ['eth0', 'eth1']],
    ['bridge_waitport', '10', []],
  ])('%s %s names %j', (name, text, names) => {
    expect(
      typeOf(name)
        .interfaces?.(text)
        .map((found) => found.name),
    ).toEqual(names);
  });
});

describe('MAC addresses and switches', () => {
  test('are read byte by byte', () => {
    expect(parseMacAddress('0:16:3E:0:0:1')).toEqual([0, 0x16, 0x3e, 0, 0, 1]);
    expect(parseMacAddress('100:0:0:0:0:0')).toBeUndefined();
    expect(parseMacAddress('')).toBeUndefined();
  });

  test('say who gave the address', () => {
    expect(typeOf('hwaddress').explain('00:16:3e:00:00:01')).toContain('Xen');
    expect(typeOf('hwaddress').explain('ether 02:00:00:00:00:01')).toContain('Locally administered');
    expect(typeOf('hwaddress').explain('00:1b:21:00:00:01')).toBeUndefined();
    expect(typeOf('hwaddress').explain('random')).toContain('each');
  });

  test.each([
    ['1', true],
    ['2', true],
    ['-1', true],
    ['on', true],
    ['TRUE', true],
    ['Yes', true],
    ['1x', true],
    ['0', false],
    ['00', false],
    ['off', false],
    ['y', false],
  ])('ifupdown takes %s for %s', (text, expected) => {
    expect(isTrueToIfupdown(text)).toBe(expected);
  });
});

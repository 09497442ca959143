import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broadcastAddress } from '../../../../server/src/core/schema/values/broadcast.ts';
import { ipv4Gateway, ipv6Gateway } from '../../../../server/src/core/schema/values/gateway.ts';
import {
  classfulPrefix,
  formatIpv4,
  lastAddressOf,
  maskAsIfupdown,
  maskOfPrefix,
  networkOf,
  parseIpv4,
  parseIpv4AsIp,
  prefixOfMask,
} from '../../../../server/src/core/schema/values/ipv4.ts';
import {
  ipv4Address,
  ipv4AddressWithPrefix,
  ipv4Peer,
  parseIpv4AddressValue,
} from '../../../../server/src/core/schema/values/ipv4-address.ts';
import { formatIpv6, ipv6NetworkOf, parseIpv6 } from '../../../../server/src/core/schema/values/ipv6.ts';
import {
  ipv6AddressWithPrefix,
  parseIpv6AddressValue,
} from '../../../../server/src/core/schema/values/ipv6-address.ts';
import { ipv4Netmask, ipv6PrefixLength, parseIpv4Netmask } from '../../../../server/src/core/schema/values/netmask.ts';

const address = fc.integer({ min: 0, max: 0xffffffff });
const prefix = fc.integer({ min: 0, max: 32 });

describe('IPv4 arithmetic', () => {
  test('formats what it parses', () => {
    fc.assert(
      fc.property(address, (number) => {
        expect(parseIpv4(formatIpv4(number))).toBe(number);
      }),
    );
    fc.assert(
      fc.property(address, (number) => {
        expect(parseIpv4AsIp(formatIpv4(number))).toBe(number);
      }),
    );
  });

  test('a mask and its prefix length are each the other', () => {
    fc.assert(
      fc.property(prefix, (length) => {
        expect(prefixOfMask(maskOfPrefix(length))).toBe(length);
      }),
    );
    expect(maskOfPrefix(0)).toBe(0);
    expect(formatIpv4(maskOfPrefix(22))).toBe('255.255.252.0');
    expect(prefixOfMask(0xff00ff00)).toBeUndefined();
    expect(prefixOfMask(0x000000ff)).toBeUndefined();
  });

  test('an address lies between the ends of its network', () => {
    fc.assert(
      fc.property(address, prefix, (number, length) => {
        expect(networkOf(number, length)).toBeLessThanOrEqual(number);
        expect(lastAddressOf(number, length)).toBeGreaterThanOrEqual(number);
        expect(lastAddressOf(number, length) - networkOf(number, length)).toBe(2 ** (32 - length) - 1);
      }),
    );
  });

  test('ifupdown computes the right mask for every real prefix length', () => {
    for (let length = 0; length <= 32; length += 1) expect(maskAsIfupdown(length)).toBe(maskOfPrefix(length));
  });

  test.each([
    ['10.0.0.1', 8],
    ['127.0.0.1', 8],
    ['128.0.0.1', 16],
    ['172.16.1.5', 16],
    ['192.168.1.1', 24],
    ['223.255.255.1', 24],
    ['224.0.0.1', 32],
    ['255.255.255.255', 32],
  ])('%s is taken as /%i without a prefix', (text, length) => {
    expect(classfulPrefix(parseIpv4(text) ?? -1)).toBe(length);
  });

  test.each([
    ['10.1', '10.1.0.0'],
    ['10', '10.0.0.0'],
    ['010.0.0.1', '8.0.0.1'],
    ['0x0a.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
  ])('ip reads %s as %s', (text, read) => {
    expect(formatIpv4(parseIpv4AsIp(text) ?? 0)).toBe(read);
  });

  test.each(['300.0.0.1', '10.0.0.0.1', '10.0.0.', '', 'a', '10.08.0.1', ' 10.0.0.1'])('ip refuses "%s"', (text) => {
    expect(parseIpv4AsIp(text)).toBeUndefined();
  });

  test.each(['10.1', '010.0.0.1', '256.0.0.1', '10.0.0.1/24', ''])('"%s" is no dotted quad', (text) => {
    expect(parseIpv4(text)).toBeUndefined();
  });
});

describe('IPv6 arithmetic', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  const likelyText = fc
    .array(fc.constantFrom('0', '1', 'f', 'ffff', '2001', 'db8', ':', '::', '12345', '.', '10.0.0.1', 'g'), {
      maxLength: 16,
    })
    .map((parts) => parts.join(''));
  const colonText = fc
    .array(fc.constantFrom('0', '1', 'ffff', '', '10.0.0.1'), { maxLength: 10 })
    .map((parts) => parts.join(':'));

  test('takes what the system takes', () => {
    fc.assert(
      fc.property(fc.oneof(likelyText, colonText, fc.ipV6()), (text) => {
        expect(parseIpv6(text) !== undefined).toBe(isIPv6(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('formats what it parses', () => {
    fc.assert(
      fc.property(groups, (value) => {
        expect(parseIpv6(formatIpv6(value))).toEqual(value);
      }),
    );
  });

  test.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::', '::'],
    ['fe80:0:0:0:0:0:0:0', 'fe80::'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is written %s', (text, short) => {
    expect(formatIpv6(parseIpv6(text) ?? [])).toBe(short);
  });

  test.each([
    ['2001:db8:1:2:3::4', 64, '2001:db8:1:2::'],
    ['2001:db8:1:2:3::4', 60, '2001:db8:1::'],
    ['2001:db8:1:2:3::4', 128, '2001:db8:1:2:3::4'],
    ['ffff::', 1, '8000::'],
    ['ffff::', 0, '::'],
  ])('%s/%i lies in %s', (text, length, network) => {
    expect(formatIpv6(ipv6NetworkOf(parseIpv6(text) ?? [], length))).toBe(network);
  });
});

describe('address under inet static', () => {
  test.each([
    '10.0.0.1/24',
    '10.0.0.1',
    '10.0.0.1/255.255.255.0',
    '10.0.0.1/0',
    '10.0.0.1/32',
    '{{ ip }}',
    '$IP/24',
    '10.0.0.1/24 # lan',
  ])('%s is fine', (text) => {
    expect(ipv4AddressWithPrefix.check(text)).toBeUndefined();
  });

  test.each([
    ['10.0.0.1/33', 'misread', '33', '0.0.0.0'],
    ['10.0.0.1/-1', 'misread', '-1', 'random netmask'],
    ['10.0.0.1/-2', 'misread', '-2', '0.0.0.0'],
    ['10.0.0.1/96', 'misread', '96', '255.255.255.255'],
    ['10.0.0.1/255.0.255.0', 'fails', '255.0.255.0', 'no netmask'],
    ['10.0.0.1/abc', 'fails', 'abc', 'neither'],
    ['300.0.0.1/24', 'fails', '300.0.0.1', 'no IPv4 address'],
    ['010.0.0.1/24', 'misread', '010.0.0.1', '8.0.0.1'],
    ['fe80::1/64', 'fails', 'fe80::1', 'IPv6 address'],
    ['=', 'fails', '=', 'no IPv4 address'],
  ])('%s: %s at "%s"', (text, effect, part, message) => {
    const problem = ipv4AddressWithPrefix.check(text);
    expect(problem?.effect).toBe(effect);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(part);
    expect(problem?.message).toContain(message);
  });

  test.each([
    ['10.0.0.1/24', '10.0.0.1', 24, true],
    ['10.0.0.1', '10.0.0.1', undefined, false],
    ['10.0.0.1/255.255.0.0', '10.0.0.1', 16, true],
    ['10.0.0.1/33', '10.0.0.1', 0, true],
    ['10.0.0.1/255.0.255.0', '10.0.0.1', undefined, true],
    ['10.0.0.1/24 10.0.0.2', '10.0.0.1', 24, true],
  ])('parses %s', (text, dotted, length, hasPrefix) => {
    expect(parseIpv4AddressValue(text)).toEqual({ address: parseIpv4(dotted), prefix: length, hasPrefix });
  });

  test('explains network, netmask, broadcast and hosts', () => {
    expect(ipv4AddressWithPrefix.explain('10.0.0.1/24')?.split('  \n')).toEqual([
      'Network `10.0.0.0/24`, netmask `255.255.255.0`',
      'Broadcast `10.0.0.255`, hosts `10.0.0.1` to `10.0.0.254` (254)',
      'private (RFC 1918)',
    ]);
  });

  test('explains the class that is assumed', () => {
    expect(ipv4AddressWithPrefix.explain('172.16.1.5')).toContain('assumes `/16`, since the address is of class B');
    expect(ipv4AddressWithPrefix.explain('172.16.1.5/24')).not.toContain('class');
  });

  test.each([
    ['10.0.0.0/24', 'the address of the network itself'],
    ['10.0.0.255/24', 'the broadcast address'],
    ['10.0.0.0/31', 'Point-to-point link of `10.0.0.0` and `10.0.0.1`'],
    ['203.0.113.7/32', 'This one address'],
    ['8.8.8.8/0', '4,294,967,294'],
  ])('%s: %s', (text, phrase) => {
    expect(ipv4AddressWithPrefix.explain(text)).toContain(phrase);
  });

  test('does not explain what is no address or no known mask', () => {
    expect(ipv4AddressWithPrefix.explain('{{ ip }}')).toBeUndefined();
    expect(ipv4AddressWithPrefix.explain('10.0.0.1/255.0.255.0')).toBeUndefined();
  });
});

describe('address under inet6 static', () => {
  test.each(['2001:db8::1/64', '2001:db8::1', 'fe80::1/0x40', '2001:db8::1/64 # lan', '${IP6}'])(
    '%s is fine',
    (text) => {
      expect(ipv6AddressWithPrefix.check(text)).toBeUndefined();
    },
  );

  test.each([
    ['2001:db8::1/129', '129'],
    ['2001:db8::1/ffff::', 'ffff::'],
    ['10.0.0.1/24', '10.0.0.1'],
    ['2001:db8::g/64', '2001:db8::g'],
    ['2001:db8::1%eth0/64', '2001:db8::1%eth0'],
  ])('%s fails at %s', (text, part) => {
    const problem = ipv6AddressWithPrefix.check(text);
    expect(problem?.effect).toBe('fails');
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(part);
  });

  test('parses and explains', () => {
    expect(parseIpv6AddressValue('2001:db8::1/64')).toMatchObject({ prefix: 64, hasPrefix: true });
    expect(ipv6AddressWithPrefix.explain('2001:0db8::1/64')).toContain('Network `2001:db8::/64`');
    expect(ipv6AddressWithPrefix.explain('2001:db8::1')).toContain('the kernel takes it as `/128`');
    expect(ipv6AddressWithPrefix.explain('fd00::1/64')).toContain('unique local');
    expect(ipv6AddressWithPrefix.explain('2001:db8::1/129')).toBeUndefined();
  });
});

describe('gateways, masks and broadcast addresses', () => {
  test.each([
    [ipv4Gateway, '10.0.0.254', undefined],
    [ipv4Gateway, '10.0.0.254 metric 100', undefined],
    [ipv4Gateway, 'inet6 fe80::1', undefined],
    [ipv4Gateway, '10.0.0.254/24', 'fails'],
    [ipv4Gateway, 'fe80::1', 'misread'],
    [ipv4Gateway, 'router', 'fails'],
    [ipv6Gateway, 'fe80::1', undefined],
    [ipv6Gateway, '10.0.0.1', 'fails'],
    [ipv6Gateway, 'fe80::1/64', 'fails'],
    [ipv4Netmask, '255.255.255.0', undefined],
    [ipv4Netmask, '24', undefined],
    [ipv4Netmask, '024', 'misread'],
    [ipv4Netmask, '255.255.0', 'misread'],
    [ipv4Netmask, '255.255.0.255', 'fails'],
    [ipv4Netmask, '0.0.0.255', 'fails'],
    [ipv4Netmask, '/24', 'fails'],
    [ipv4Netmask, '33', 'fails'],
    [ipv6PrefixLength, '64', undefined],
    [ipv6PrefixLength, '129', 'fails'],
    [ipv6PrefixLength, '255.255.255.0', 'misread'],
    [ipv6PrefixLength, '0x40', undefined],
    [ipv6PrefixLength, '064', 'misread'],
    [broadcastAddress, '+', undefined],
    [broadcastAddress, '-', undefined],
    [broadcastAddress, '10.0.0.255', undefined],
    [broadcastAddress, 'none', 'fails'],
    [broadcastAddress, '10.0.0.255/24', 'fails'],
    [ipv4Peer, '10.0.0.2', undefined],
    [ipv4Peer, '10.0.0.2/32', undefined],
    [ipv4Peer, 'fe80::1', 'fails'],
    [ipv4Address, '10.0.0.2/24', 'fails'],
  ])('$kind: %s', (type, text, effect) => {
    expect(type.check(text)?.effect).toBe(effect);
  });

  test('explain what they stand for', () => {
    expect(ipv4Netmask.explain('255.255.252.0')).toContain('`/22`');
    expect(ipv4Netmask.explain('26')).toContain('`255.255.255.192`');
    expect(broadcastAddress.explain('+')).toContain('last address');
    expect(ipv4Gateway.explain('192.168.1.1')).toContain('private');
    expect(ipv6Gateway.explain('fe80::1')).toContain('link-local');
    expect(ipv4Gateway.explain('8.8.8.8')).toBeUndefined();
  });

  test('every netmask that is offered is the one its detail says', () => {
    for (const { label, detail } of ipv4Netmask.complete()) expect(`/${parseIpv4Netmask(label)}`).toBe(detail);
  });
});

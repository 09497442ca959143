import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMac } from '../../../../../server/src/core/syntax/xl/values/mac.ts';
import { parseVif } from '../../../../../server/src/core/syntax/xl/values/vif.ts';
import { libxlNic } from '../../../../support/xl-json.ts';
import { casesOf } from './check-xl-cases.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

describe("Xen's own cases", () => {
  test.each(casesOf('check-xl-vif-parse').map(({ version, args, got }) => [version, args.join(','), got] as const))(
    '%s: %s',
    (_, spec, got) => {
      const vif = parseVif(atomOf(spec));
      // They are run as `xl network-attach`, for which an unknown parameter is fatal, too.
      const isRefused = vif.problems.some(
        ({ kind, effect }) => effect === 'refused' || kind === 'unknown-vif-parameter',
      );
      expect(isRefused ? null : libxlNic(vif)).toEqual(got);
    },
  );
});

describe('what is wrong', () => {
  test.each([
    ['brige=xenbr0', 'unknown-vif-parameter «brige=xenbr0» dropped'],
    ['bridge=xenbr0, foo', 'unknown-vif-parameter «foo» dropped'],
    ['Bridge=xenbr0', 'unknown-vif-parameter «Bridge=xenbr0» dropped'],
    ['\tbridge=xenbr0', 'unknown-vif-parameter «\tbridge=xenbr0» dropped'],
    ['bridge = xenbr0', 'blank-before-equals-sign «bridge = xenbr0» dropped'],
    ['mac', 'vif-parameter-without-value «mac» dropped'],
    ['trusted=1', 'vif-flag-with-value «trusted=1» dropped'],
    ['bridge=a,bridge=b', 'vif-parameter-twice «bridge=a» dropped'],
    ['netdev=a,gatewaydev=b', 'vif-parameter-twice «netdev=a» dropped'],
    ['mac=zz,bridge=x', 'unreadable-vif-mac «zz» dropped'],
    ['mac=,bridge=x', 'unreadable-vif-mac «» dropped'],
    ['mac=00:16:3e:1:2:333', 'unreadable-vif-mac «00:16:3e:1:2:333» dropped'],
    ['mac=00:16:3e:1:2,bridge=x', 'short-vif-mac «00:16:3e:1:2» misread'],
    ['mac=00:16:3e:1:2', 'short-vif-mac «00:16:3e:1:2» misread'],
    ['mac=00:16:3e:1:2:3;bridge=x', 'text-behind-vif-mac «;bridge=x» dropped'],
    ['mac=00:16:3e:1:2:3:4', 'text-behind-vif-mac «:4» dropped'],
    ['mac=01:00:5e:1:2:3', 'multicast-vif-mac «01:00:5e:1:2:3» fails-at-start'],
    ['mac=00:00:00:00:00:00', 'zero-vif-mac «00:00:00:00:00:00» misread'],
    ['type=netfront', 'unknown-vif-type «netfront» dropped'],
    ['mtu=jumbo', 'unreadable-vif-number «jumbo» refused'],
    ['mtu=-1', 'unreadable-vif-number «-1» refused'],
    ['mtu=9000B', 'misread-vif-number «9000B» misread'],
    ['devid=-2', 'misread-vif-number «-2» misread'],
    ['accel=1', 'vif-accel «accel=1» dropped'],
    ['bridge=xenbr0 ', 'blank-in-vif-value «xenbr0 » fails-at-start'],
    ['bridge= xenbr0', 'blank-in-vif-value « xenbr0» fails-at-start'],
    ['bridge=', 'empty-vif-bridge «bridge=» misread'],
    ['script=', 'empty-vif-script «script=» fails-at-start'],
    ['bridge=a-bridge-of-16-l', 'vif-name-too-long «a-bridge-of-16-l» fails-at-start'],
    ['bridge=br0.a-vlan-with-a-name,script=vif-bridge', 'vif-name-too-long «br0.a-vlan-with-a-name» fails-at-start'],
    ['vifname=a-vif-of-16-lett', 'vif-name-too-long «a-vif-of-16-lett» fails-at-start'],
    ['vifname=web/0', 'impossible-vif-name «web/0» fails-at-start'],
    ['ip=192.0.2.1 192.0.2.300', 'unreadable-vif-ip «192.0.2.300» dropped'],
    ['ip=2001:db8::1', 'unreadable-vif-ip «2001:db8::1» dropped'],
    ['ip=192.0.2.0/33', 'unreadable-vif-ip «192.0.2.0/33» dropped'],
    ['rate=10Mb', 'unreadable-rate «10Mb» refused'],
    [
      'bridge=a,rate=,mac=1:2:3:4:5:6',
      'multicast-vif-mac «1:2:3:4:5:6» fails-at-start',
      'rate-without-number «» refused',
    ],
  ])('%s', (spec, ...expected) => {
    expect(shown(parseVif(atomOf(spec))).toSorted()).toEqual(expected);
  });
});

test.each([
  '',
  ',, ,',
  'mac=00:16:3e:12:34:56,bridge=xenbr0',
  'mac=00-16-3e-12-34-56 ',
  'bridge=fifteen-letters,vifname=fifteen.letters',
  'bridge=ovs0.20:30:40,script=vif-openvswitch',
  'bridge=ovs0.20:30:40:50:60:70:80:90',
  'bridge=whatever a script/of one’s own takes,script=/opt/vif-own',
  'ip=192.0.2.1 198.51.100.0/24 web.example.org',
  'vifname=web0,type=ioemu,model=e1000,rate=10Mb/s@20ms,mtu=9000,devid=2,vlan=10p/20,untrusted',
  'gatewaydev=eth0,script=vif-route,backend=net',
])('nothing is wrong with "%s"', (spec) => {
  expect(shown(parseVif(atomOf(spec)))).toEqual([]);
});

test.each([
  ['mac=0:16:3E:1:2:3', '00:16:3e:01:02:03'],
  ['mac=00-16-3e-01-02-03', '00:16:3e:01:02:03'],
  // xl goes on in what stands behind the comma, where it finds a hexadecimal b.
  ['mac=00:16:3e:1:2,bridge=x', '00:16:3e:01:02:0b'],
  ['mac=00:16:3e:1:2:3,mac=4:zz', '04:16:3e:01:02:03'],
  ['mac=00:00:00:00:00:00', undefined],
  ['bridge=x', undefined],
])('%s is %s', (spec, expected) => {
  const { mac } = parseVif(atomOf(spec));
  expect(mac && formatMac(mac)).toBe(expected);
});

test('an old name is told with its place', () => {
  expect(parseVif(atomOf('mac=1:2:3:4:5:6, netdev=eth0')).deprecated).toEqual([
    { name: 'netdev', replacement: 'gatewaydev', span: { start: 17, end: 23 } },
  ]);
});

test('any text is read, and its places are inside', () => {
  const word = fc.constantFrom(
    ',',
    '=',
    ' ',
    'mac=',
    'bridge',
    'ip=',
    '1:2:3:4:5:6',
    '1:2',
    'x',
    'rate=',
    '1b/s@',
    'mtu=',
    '\u00e9',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        expectPlacesInside(parseVif, text);
      },
    ),
    { numRuns: 200 },
  );
});

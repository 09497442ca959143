import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../server/src/core/index.ts';
import { addressesOfDevice, isInNetwork } from '../../../server/src/core/model/addresses.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

async function addressesOf(text: string, dialect: Dialect = 'ifupdown'): Promise<readonly string[]> {
  const { host } = await checkFiles({ [mainPath]: text }, { dialect });
  const link = host.interfaces.get('br0');
  if (link === undefined) throw new Error('no br0');
  return addressesOfDevice(host, link).map(({ family, source, address, prefix }) =>
    source === 'static' ? `${family} ${address}/${prefix}` : `${family} ${source}`,
  );
}

describe('the addresses of a device', () => {
  test.each<[string, readonly string[]]>([
    ['iface br0 inet manual', []],
    ['iface br0 inet loopback', []],
    ['iface br0 inet static\n address 192.0.2.1/24', ['inet 192.0.2.1/24']],
    ['iface br0 inet static\n address 192.0.2.1/24\n netmask 255.255.255.255', ['inet 192.0.2.1/32']],
    ['iface br0 inet static\n address 192.0.2.1\n netmask 26', ['inet 192.0.2.1/26']],
    ['iface br0 inet static\n address 192.0.2.1', ['inet 192.0.2.1/undefined']],
    ['iface br0 inet static\n address 192.0.2.1/24 # office', ['inet 192.0.2.1/24']],
    ['iface br0 inet static\n address 192.0.2.1/24\n address 192.0.2.2/24', ['inet 192.0.2.1/24']],
    ['iface br0 inet static\n Address 192.0.2.1/24', ['inet undefined/undefined']],
    ['iface br0 inet static\n address 0.0.0.0', []],
    ['iface br0 inet6 static\n address ::/0', []],
    ['iface br0 inet static\n address $OFFICE', ['inet undefined/undefined']],
    ['iface br0 inet6 static\n address 2001:db8::1\n netmask 64', ['inet6 2001:db8::1/64']],
    ['iface br0 inet dhcp\niface br0 inet6 auto', ['inet dhcp', 'inet6 auto']],
    ['iface br0 inet bootp\niface br0 inet6 dhcp', ['inet dhcp', 'inet6 dhcp']],
    ['iface br0 inet ppp', ['inet other']],
    ['iface br0 inet manual\niface br0:1 inet static\n address 192.0.2.1/24', ['inet 192.0.2.1/24']],
    ['iface t inet static\n address 192.0.2.1/24\niface br0 inherits t', ['inet 192.0.2.1/24']],
  ])('%s', async (text, addresses) => {
    expect(await addressesOf(`${text}\n`)).toEqual(addresses);
  });

  test('ifupdown2 takes several, of both families, whatever the method', async () => {
    const text =
      'iface br0\n address 192.0.2.1/24\n address 2001:db8::1/64\niface br0 inet manual\n address 192.0.2.2/24\n';
    expect(await addressesOf(text, 'ifupdown2')).toEqual([
      'inet 192.0.2.1/24',
      'inet6 2001:db8::1/64',
      'inet 192.0.2.2/24',
    ]);
  });
});

test('an address lies in a network of its own family alone', async () => {
  const { host } = await checkFiles({ [mainPath]: 'iface br0 inet static\n address 192.0.2.1/25\n' });
  const [address] = [...host.interfaces.values()].flatMap((link) => addressesOfDevice(host, link));
  if (address === undefined) throw new Error('no address');
  expect(['192.0.2.126', '192.0.2.129', '2001:db8::1', 'gate'].map((other) => isInNetwork(other, address))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

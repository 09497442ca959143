import { describe, expect, test } from 'vitest';
import type { MeantOption } from '../../../server/src/core/model/option-spelling.ts';
import { optionsMeant } from '../../../server/src/core/model/option-spelling.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

/** What is meant by the last option of a stanza with these lines. */
async function meantBy(method: string, ...lines: readonly string[]): Promise<readonly MeantOption[]> {
  const text = [`iface eth0 ${method}`, ...lines, ''].join('\n');
  const { host } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
  const [stanza] = host.stanzas;
  const option = stanza?.options.at(-1);
  if (stanza === undefined || option === undefined) throw new Error(`no option in ${text}`);
  return optionsMeant(stanza, option);
}

async function namesMeantBy(method: string, ...lines: readonly string[]): Promise<readonly string[]> {
  return (await meantBy(method, ...lines)).map(({ name }) => name);
}

describe('what is meant by an option', () => {
  test.each([
    ['inet static', 'adress 192.0.2.1', 'address', 'near'],
    ['inet static', 'MTU 1500', 'mtu', 'variant'],
    ['inet static', 'address: 192.0.2.1/24', 'address', 'variant'],
    ['inet static', '\u00a0address 192.0.2.1/24', 'address', 'variant'],
    ['inet6 static', 'preferred_lifetime 60', 'preferred-lifetime', 'variant'],
    ['inet6 auto', 'accept-ra 2', 'accept_ra', 'variant'],
    ['inet manual', 'post up true', 'post-up', 'words'],
    ['inet manual', 'bond slaves eth1 eth2', 'bond-slaves', 'words'],
    ['inet manual', 'vlan raw_device eth1', 'vlan-raw-device', 'words'],
  ])('%s, %s', async (method, line, name, how) => {
    expect(await meantBy(method, line)).toEqual([{ name, how }]);
  });

  test('follows the hyphens or underscores of what was written where a hook takes both', async () => {
    expect(await namesMeantBy('inet manual', 'bridge-prots eth1')).toEqual(['bridge-ports']);
    expect(await namesMeantBy('inet manual', 'bridge_prots eth1')).toEqual(['bridge_ports']);
    expect(await namesMeantBy('inet manual', 'bridgeports eth1')).toEqual(['bridge_ports']);
    expect(await namesMeantBy('inet manual', 'vlan_raw_devise eth1')).toEqual(['vlan_raw_device']);
  });

  test('may be one of several', async () => {
    expect(await namesMeantBy('inet manual', 'dns-nameserverx 192.0.2.53')).toEqual([
      'dns-nameserver',
      'dns-nameservers',
    ]);
  });
});

describe('nothing is said to be meant', () => {
  test.each([
    ['a word of less than eight letters is two letters off', 'inet static', 'adresz 192.0.2.1'],
    ['a word has less than five letters', 'inet static', 'mut 1500'],
    ['the method does not take what is near', 'inet manual', 'gatway 192.0.2.254'],
    ['it is nearer to an option of another program', 'inet manual', 'bridge-vid 10'],
    ['it is an option that old versions had', 'inet static', 'network 192.0.2.0'],
    ['a hook takes this spelling', 'inet manual', 'BRIDGE-Ports eth1'],
    ['the writer may choose any name behind x-', 'inet static', 'x-adress 192.0.2.1'],
    ['it looks like a comment', 'inet static', ';address 192.0.2.1'],
    ['two words make no option', 'inet manual', 'bridge colour green'],
  ])('where %s', async (_reason, method, line) => {
    expect(await meantBy(method, line)).toEqual([]);
  });

  test.each(['gateway6 2001:db8::1', 'address2 192.0.2.2/24', 'address_2 192.0.2.2/24', 'dns-nameserver2 192.0.2.53'])(
    'where it is an option with a number: %s',
    async (line) => {
      expect(await meantBy('inet static', line)).toEqual([]);
    },
  );

  test('where it is counted within its name beside the option itself', async () => {
    expect(await meantBy('inet manual', 'dns-nameservers 192.0.2.53', 'dns2-nameservers 192.0.2.54')).toEqual([]);
    expect(await namesMeantBy('inet manual', 'dns2-nameservers 192.0.2.54')).toEqual(['dns-nameservers']);
  });
});

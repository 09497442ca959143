import { expect, test } from 'vitest';
import type { Dialect } from '../../../server/src/core/index.ts';
import { namesBroughtUp } from '../../../server/src/core/model/bring-up.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

async function broughtUp(text: string, dialect: Dialect = 'ifupdown'): Promise<readonly string[]> {
  const { host } = await checkFiles({ [mainPath]: text }, { dialect });
  const up = namesBroughtUp(host);
  return [...host.interfaces.keys()].filter((name) => up.has(name)).sort();
}

const bridge = 'iface br0 inet manual\n bridge_ports eth0 eth1.5\niface eth0 inet manual\niface eth1.5 inet manual\n';

test.each<[string, string, readonly string[]]>([
  ['nothing', bridge, []],
  ['auto', `auto br0\n${bridge}`, ['br0']],
  ['any class', `allow-guests br0\n${bridge}`, ['br0']],
  ['auto inside the stanza', 'iface br0 inet manual\n auto\n', ['br0']],
  ['not no-auto-down', `no-auto-down br0\n${bridge}`, []],
  ['a pattern', `auto /br*\n${bridge}`, ['br0']],
  ['not a pattern over hardware', `auto mac/00:16:3e:*\n${bridge}`, []],
  ['a stanza of another name', `auto eth9=br0\n${bridge}`, ['br0', 'eth9']],
  ['a stanza for whatever a pattern finds', `auto /en*=br0\n${bridge}`, ['br0']],
  ['a mapping', `mapping eth9\n script /bin/true\n map home br0\n${bridge}`, ['br0']],
  ['ifup in a command', `auto eth9\niface eth9 inet manual\n up ifup br0\n${bridge}`, ['br0', 'eth9']],
  ['what a VLAN lies on', `auto eth0.7\niface eth0.7 inet dhcp\n${bridge}`, ['eth0', 'eth0.7']],
  ['not what an alias lies on', `auto br0:1\niface br0:1 inet dhcp\n${bridge}`, ['br0:1']],
])('%s', async (_, text, names) => {
  expect(await broughtUp(text)).toEqual(names);
});

test('ifupdown2 brings up the ports with their bridge, ifupdown does not', async () => {
  expect(await broughtUp(`auto br0\n${bridge}`, 'ifupdown2')).toEqual(['br0', 'eth0', 'eth1.5']);
});

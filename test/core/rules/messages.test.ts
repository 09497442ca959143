import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../../support/fixture.ts';

/** What the rule says of an interfaces file. */
async function messagesOf(rule: string, text: string): Promise<readonly string[]> {
  const { findings } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

test.each([
  ['inet statc', '`statc` is no method of `inet`; `static` is likely meant.'],
  ['inet none', '`none` is no method of `inet`; `manual` is likely meant.'],
  ['inet6 bridge', '`bridge` is no method of `inet6`, which has `auto`, `loopback`, '],
  ['inet v4tunnel', '`v4tunnel` is a method of `inet6`, not of `inet`.'],
])('a method that is none, in %s: what is likely meant, or all that there is', async (line, beginning) => {
  const [message] = await messagesOf('unknown-method', `iface eth0 ${line}\n`);
  expect(message?.slice(0, beginning.length)).toBe(beginning);
});

test('an address of a port says what works no longer', async () => {
  const text = 'auto br0\niface br0 inet manual\nbridge_ports eth0\niface eth0 inet dhcp\n';
  expect(await messagesOf('bridge-port-with-address', text)).toEqual([
    'eth0 asks for an address by dhcp, but eth0 is a port of br0: what comes from the network arrives at br0, so the ' +
      'address works in neither direction.',
  ]);
});

test.each([
  ['"eth2 eth3"', 1, 'each of `"eth2` and `eth3"` for the name of a port'],
  ['"eth2 eth3 eth4"', 1, 'each of `"eth2` and `eth4"` for the name of a port'],
  ['"eth2" "eth3"', 2, '`"eth2"` for the name of one port'],
  ['"eth2 eth3', 1, '`"eth2` for the name of one port'],
  ["'eth2, eth3' eth4;", 2, "each of `'eth2,` and `eth3'` for the name of a port"],
  ['eth2 "eth3\nbridge_ports eth4"', 2, '`"eth3` for the name of one port'],
])('ports in quotes, %s: %i finding', async (ports, count, said) => {
  const text = `auto br0\niface br0 inet manual\nbridge_ports ${ports}\n`;
  const messages = await messagesOf('bridge-port-undeclared', text);
  expect(messages).toHaveLength(count);
  expect(messages[0]).toContain(said);
});

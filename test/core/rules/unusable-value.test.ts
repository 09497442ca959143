import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../../support/fixture.ts';

/** What the rule says of an interfaces file: severity and message of each finding. */
async function saidOf(text: string): Promise<readonly string[]> {
  const { findings } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
  return findings
    .filter(({ rule }) => rule === 'unusable-value')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

test('what ip refuses is an error that names the interface', async () => {
  expect(await saidOf('iface eth2 inet static\naddress = 192.0.2.1\nnetmask 24\n')).toEqual([
    'error: "= 192.0.2.1" is no IPv4 address; ip refuses it. ifup fails at eth2.',
  ]);
});

test('what a hook drops, and what is set otherwise than it says, is a warning', async () => {
  const text = 'iface br0 inet static\nbridge_ports eth0\nbridge_stp of\nbridge_maxwait long\naddress 192.0.2.1/33\n';
  expect(await saidOf(text)).toEqual([
    'warning: "of" is not on or off; brctl ignores it.',
    expect.stringMatching(/^warning: "long" .* the hook stops with "Illegal number", and the interface fails\.$/),
    'warning: 33 is no prefix length from 0 to 32; ifupdown computes the netmask 0.0.0.0 from it.',
  ]);
});

test.each([
  ['a template', 'iface eth0 inet static\naddress @IP@/24\nmtu ${MTU}\n'],
  ['a name in capitals, for a script to fill in', 'iface eth0 inet static\naddress AP_ADDR\nnetmask AP_NETMASK\n'],
  [
    'a comment behind the value',
    'iface br0 inet dhcp\nbridge_ports eth0\nbridge_stp off # no loops\nbridge_waitport 5 # seconds\n',
  ],
  ['a value on two lines', 'iface eth0 inet static\naddress 192.0.2.1/24\ngateway 192.0.\\\n2.300\n'],
  ['a metric without a gateway', 'iface eth0 inet static\naddress 192.0.2.1/24\nmetric high\n'],
  ['a prefix that a netmask overrules', 'iface eth0 inet static\naddress 192.0.2.1/33\nnetmask 255.255.255.0\n'],
  ['a command', 'iface eth0 inet manual\nup ip addr add 192.0.2.300/24 dev eth0\n'],
  ['a /32 with the other end of the link', 'iface eth0 inet static\naddress 192.0.2.1/32\npointopoint 198.51.100.1\n'],
  ['a router of the other family', 'iface eth0 inet static\naddress 192.0.2.1/24\ngateway inet6 fe80::1\n'],
])('silent at %s', async (_, text) => {
  expect(await saidOf(text)).toEqual([]);
});

test('an heir is not blamed for what it inherits', async () => {
  const text = 'iface base inet static\naddress 192.0.2.300/24\niface eth0 inet static inherits base\nmtu 1500\n';
  expect(await saidOf(text)).toHaveLength(1);
});

/** Whether ifup fails at a second default route just where we say so, by real bring-ups. */
import { describe, expect, test } from 'vitest';
import { bringUp } from '../support/bring-up.ts';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { HAS_NAMESPACES } from '../support/oracle.ts';

/** Two interfaces with gateways. @param lines what the second one has besides its address */
const hostWith = (lines: readonly string[], auto = 'auto eth0 eth1', second = 'eth1 inet'): string =>
  [
    auto,
    'iface eth0 inet static',
    '    address 192.0.2.2/24',
    '    gateway 192.0.2.1',
    '    up echo its commands are run',
    `iface ${second} static`,
    `    address ${second.endsWith('6') ? '2001:db8::2/64' : '198.51.100.2/24'}`,
    ...lines.map((line) => `    ${line}`),
    '    up echo its commands are run',
    '',
  ].join('\n');

describe.skipIf(!HAS_NAMESPACES)('a second default route, brought up for real', () => {
  test.each([
    { what: 'like the first', text: hostWith(['gateway 198.51.100.1']), fails: true },
    { what: 'by the same router', text: hostWith(['gateway 192.0.2.1']), fails: true },
    { what: 'in the order of the auto lines', text: hostWith(['gateway 198.51.100.1'], 'auto eth1 eth0'), fails: true },
    { what: 'of the same interface', text: hostWith(['gateway 198.51.100.1'], 'auto eth0', 'eth0 inet'), fails: true },
    { what: 'with the metric 0', text: hostWith(['gateway 198.51.100.1', 'metric 0']), fails: true },
    { what: 'with another metric', text: hostWith(['gateway 198.51.100.1', 'metric 100']), fails: false },
    { what: 'with words of ip behind it', text: hostWith(['gateway 198.51.100.1 metric 5']), fails: false },
    {
      what: 'after the first is gone',
      text: hostWith(['gateway 198.51.100.1', 'pre-up ip route del default']),
      fails: false,
    },
    { what: 'in IPv6', text: hostWith(['gateway 2001:db8::1'], 'auto eth0 eth1', 'eth1 inet6'), fails: false },
    { what: 'not at boot', text: hostWith(['gateway 198.51.100.1'], 'auto eth0'), fails: false },
  ])('$what', async ({ text, fails }) => {
    const ifup = bringUp(text);
    expect(ifup.exit, ifup.output.join('\n')).toBe(fails ? 1 : 0);
    expect(ifup.output.some((line) => line.includes('File exists'))).toBe(fails);
    const { findings } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
    const said = findings.filter(({ rule }) => rule === 'second-default-route').map(({ message }) => message);
    const failed = ifup.output.flatMap((line) => /failed to bring up (\S+)/.exec(line)?.[1] ?? []);
    expect(said).toEqual(failed.map((name) => expect.stringContaining(`ifup fails at ${name}.`)));
    if (fails) expect(ifup.output.filter((line) => line === 'its commands are run')).toHaveLength(1);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MethodDoc } from '../../server/src/core/schema/interfaces/index.ts';
import { families, findOption, optionsFor } from '../../server/src/core/schema/interfaces/index.ts';
import type { OptionDoc, RepeatBehaviour } from '../../server/src/core/schema/option-doc.ts';
import { askOracle, HAS_NAMESPACES, HAS_ORACLES, ORACLE_CACHE } from '../support/oracle.ts';

/** Two different values for each kind, such as no other part of ifup's output holds. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  'broadcast-address': ['192.0.2.201', '192.0.2.202'],
  command: ['echo alpha', 'echo bravo'],
  enumeration: ['link', 'host'],
  'file-path': ['alpha', 'bravo'],
  integer: ['1234', '4321'],
  'ip-address': ['2001:db8::a1', '2001:db8::a2'],
  'ipv4-address': ['192.0.2.201', '192.0.2.202'],
  'ipv4-address-with-prefix': ['192.0.2.201/24', '192.0.2.202/24'],
  'ipv4-endpoint': ['192.0.2.201', '192.0.2.202'],
  'ipv4-gateway': ['192.0.2.201', '192.0.2.202'],
  'ipv4-netmask': ['255.255.255.0', '255.255.0.0'],
  'ipv4-peer': ['192.0.2.201', '192.0.2.202'],
  'ipv4-tunnel-mode': ['gre', 'ipip'],
  'ipv6-address': ['2001:db8::a1', '2001:db8::a2'],
  'ipv6-address-with-prefix': ['2001:db8::a1/64', '2001:db8::a2/64'],
  'ipv6-endpoint': ['2001:db8::a1', '2001:db8::a2'],
  'ipv6-gateway': ['2001:db8::a1', '2001:db8::a2'],
  'ipv6-prefix-length': ['64', '80'],
  'ipv6-tunnel-mode': ['ip6gre', 'ip6ip6'],
  'mac-address-or-random': ['02:00:00:00:00:a1', '02:00:00:00:00:a2'],
  'on-off': ['on', 'off'],
  text: ['alpha', 'bravo'],
};

/** Options that have to stand in the stanza besides the required ones, so that ifup gets to its commands. */
const alsoNeeded: Readonly<Record<string, readonly string[]>> = {
  'inet tunnel': ['netmask 255.255.255.252'],
  'inet6 tunnel': ['address 2001:db8::b1', 'netmask 64'],
  'ipx static': ['frame 802.2', 'netnum 1'],
  'ipx dynamic': ['frame 802.2'],
};

const stanzaWords: Readonly<Record<string, string>> = {
  gateway: 'gateway 192.0.2.254',
  address: 'address 192.0.2.1/24',
  netmask: 'netmask 64',
};

/** The down commands do not run in `ifup`, the numbers of attempts and intervals are read by scripts only. */
const notInTheOutput = new Set([
  'pre-down',
  'down',
  'post-down',
  'll-attempts',
  'll-interval',
  'dad-attempts',
  'dad-interval',
]);

let folder = '';
const searchPath = process.env['PATH'];

/** Only `dhcpcd` can be found: ifup -n prints what it would call and calls nothing. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'repeat-'));
  installClient('dhcpcd');
  installClient('dhclient');
});

afterAll(() => {
  process.env['PATH'] = searchPath;
  rmSync(folder, { recursive: true });
});

function installClient(name: string): void {
  const bin = join(folder, name);
  mkdirSync(bin);
  writeFileSync(join(bin, name), '#!/bin/sh\n');
  chmodSync(join(bin, name), 0o755);
}

/** What ifup would run for a stanza when this DHCP client is the only one installed. */
function commandsFor(stanza: readonly string[], client: 'dhcpcd' | 'dhclient'): string {
  const file = join(folder, 'interfaces');
  writeFileSync(file, `${stanza.join('\n')}\n`);
  process.env['PATH'] = `${join(folder, client)}:/usr/bin:/bin`;
  return askOracle('ifup-n', [file, 'dum0']).stderr;
}

function nameOf(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}

/** A stanza of the method with everything it needs, and the option under test twice. */
function stanzaWith(method: MethodDoc, option: OptionDoc, values: readonly [string, string]): readonly string[] {
  const required = method.options
    .filter((needed) => needed.required)
    .map((needed) => `${needed.name} ${samples[needed.value.kind]?.[0] ?? ''}`);
  const companion = stanzaWords[option.usedWith ?? ''];
  const others = [
    ...(alsoNeeded[`${method.family} ${method.name}`] ?? []),
    ...required,
    ...(companion ? [companion] : []),
  ];
  const addressWithout =
    option.name === 'netmask' ? others.map((line) => line.replace(/^(address \S+)\/\d+$/, '$1')) : others;
  const once = addressWithout.filter(
    (line, index) => addressWithout.findIndex((other) => nameOf(other) === nameOf(line)) === index,
  );
  return [
    `iface dum0 ${method.family} ${method.name}`,
    ...once.filter((line) => nameOf(line) !== option.name),
    ...values.map((value) => `${option.name} ${value}`),
  ];
}

/** What the output shows of the two values. */
function behaviourIn(output: string, [first, second]: readonly [string, string]): RepeatBehaviour | 'other' {
  const lines = output.split('\n');
  if (lines.includes(first) && lines.includes(second)) return 'hook-list';
  const place = lines.findIndex(
    (line, index) => line.startsWith(second.split('/')[0] ?? second) && (lines[index - 1] ?? '').endsWith(first),
  );
  if (place > 0) return ((lines[place - 1] ?? '').split('"').length - 1) % 2 === 1 ? 'joined-list' : 'executed';
  if (output.includes(second)) return 'other';
  return output.includes(first.split('/')[0] ?? first) ? 'first-wins' : 'unused';
}

const expectedFor: Readonly<Record<RepeatBehaviour, RepeatBehaviour>> = {
  'hook-list': 'hook-list',
  'joined-list': 'joined-list',
  'first-wins': 'first-wins',
  'first-wins-with-prefix': 'first-wins',
  'first-wins-with-prefix-and-netmask': 'executed',
  executed: 'executed',
  'executed-by-some-clients': 'executed',
  rejected: 'rejected',
  unused: 'unused',
};

const cases = families.flatMap((family) =>
  family.methods.flatMap((method) =>
    optionsFor(family.name, method.name)
      .filter(
        (option) =>
          option.readBy === 'ifupdown' && option.value.kind !== 'zero-one' && !notInTheOutput.has(option.name),
      )
      .map((option) => ({ where: `${family.name} ${method.name} ${option.name}`, method, option })),
  ),
);

describe.skipIf(!HAS_ORACLES)('what a second line of an option does in ifup', () => {
  test('every option that ifupdown reads is among the cases', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  test.each(cases)('$where', ({ method, option }) => {
    const values = samples[option.value.kind];
    if (!values) throw new Error(`no sample values for ${option.value.kind}`);
    const output = commandsFor(stanzaWith(method, option, values), 'dhcpcd');
    expect(output).not.toContain('missing required');
    expect(behaviourIn(output, values), output).toBe(expectedFor[option.repeat]);
  });

  test('the first IPv4 address wins only when it has a slash', () => {
    const values = ['192.0.2.201', '192.0.2.202/24'] as const;
    const output = commandsFor(['iface dum0 inet static', ...values.map((value) => `address ${value}`)], 'dhcpcd');
    expect(output).toContain('ip addr add 192.0.2.201\n192.0.2.202');
  });

  test('the first IPv6 address wins only with a slash and a netmask', () => {
    const stanza = ['iface dum0 inet6 static', 'address 2001:db8::a1/64', 'address 2001:db8::a2/64', 'netmask 64'];
    expect(commandsFor(stanza, 'dhcpcd')).toContain('ip -6 addr add 2001:db8::a1/64  dev dum0');
  });

  test('a metric without a gateway is not looked at', () => {
    const output = commandsFor(
      ['iface dum0 inet static', 'address 192.0.2.1/24', 'metric 1234', 'metric 4321'],
      'dhcpcd',
    );
    expect(output).not.toContain('1234');
    expect(findOption('metric', 'inet', 'static')?.usedWith).toBe('gateway');
  });

  test.each([
    ['hostname', 'alpha', 'unused'],
    ['leasetime', 'alpha', 'unused'],
    ['vendor', 'alpha', 'unused'],
    ['metric', '1234', 'executed'],
  ])('with dhclient, %s is %s', (name, value, behaviour) => {
    const values = [value, 'bravo'] as const;
    const stanza = ['iface dum0 inet dhcp', ...values.map((each) => `${name} ${each}`)];
    expect(behaviourIn(commandsFor(stanza, 'dhclient'), values)).toBe(behaviour);
  });

  test.each([
    ['1', '0', true],
    ['0', '1', false],
    ['on', 'on', false],
  ])('of switches that ifupdown reads the first number counts: dhcp %s, %s', (first, second, asked) => {
    const stanza = ['iface dum0 inet6 auto', `dhcp ${first}`, `dhcp ${second}`];
    expect(commandsFor(stanza, 'dhclient').includes('dhclient -6')).toBe(asked);
    expect(findOption('dhcp', 'inet6', 'auto')?.repeat).toBe('first-wins');
  });

  test.each([
    ['auto', '1', '0', true],
    ['auto', '0', '1', false],
    ['dhcp', '1', '0', true],
    ['dhcp', '0', '1', false],
  ])('and so with inet6 %s: request_prefix %s, %s', (method, first, second, asked) => {
    const stanza = [`iface dum0 inet6 ${method}`, 'dhcp 1', `request_prefix ${first}`, `request_prefix ${second}`];
    expect(/dhclient -6 .*-P /.test(commandsFor(stanza, 'dhclient'))).toBe(asked);
    expect(findOption('request_prefix', 'inet6', method)?.repeat).toBe('first-wins');
  });
});

/** Two scripts of ifupdown wait for addresses; here `ip` and `sleep` stand in, so that every pause can be counted. */
describe.skipIf(!HAS_ORACLES)('what a second line does to the scripts that wait', () => {
  function pausesOf(script: string, answer: string, variables: Readonly<Record<string, string>>): readonly string[] {
    const bin = join(folder, 'waiting');
    mkdirSync(bin, { recursive: true });
    const log = join(bin, 'pauses');
    writeFileSync(log, '');
    writeFileSync(join(bin, 'ip'), `#!/bin/sh\nprintf '${answer}'\n`, { mode: 0o755 });
    writeFileSync(join(bin, 'sleep'), `#!/bin/sh\necho "$@" >> ${log}\n`, { mode: 0o755 });
    spawnSync('sh', [join(ORACLE_CACHE, 'root/ifupdown/lib/ifupdown', script)], {
      env: { PATH: `${bin}:${searchPath ?? ''}`, IFACE: 'dum0', ...variables },
    });
    return readFileSync(log, 'utf8').split('\n').slice(0, -1);
  }

  test.each([
    ['wait-for-ll6.sh', 'll', '', 'dhcp'],
    ['settle-dad.sh', 'dad', 'tentative\\n', 'static'],
  ])('%s can use neither number of attempts, and adds the intervals', (script, prefix, answer, method) => {
    const name = prefix.toUpperCase();
    const one = pausesOf(script, answer, { [`IF_${name}_ATTEMPTS`]: '4' });
    expect(one).toEqual(['0.1', '0.1', '0.1', '0.1']);
    const two = pausesOf(script, answer, { [`IF_${name}_ATTEMPTS`]: '4\n7', [`IF_${name}_INTERVAL`]: '0.1\n0.2' });
    expect(two).toEqual(['0.1 0.2', '0.1 0.2']);
    expect(findOption(`${prefix}-attempts`, 'inet6', method)?.repeat).toBe('rejected');
    expect(findOption(`${prefix}-interval`, 'inet6', method)?.repeat).toBe('joined-list');
  });
});

/** What the hook of bridge-utils makes of doubled options, read back from the kernel. */
describe.skipIf(!HAS_NAMESPACES)('what a second line of an option does to a real bridge', () => {
  function bringUp(options: readonly string[]): { exit: number; output: string[] } {
    const file = join(folder, 'bridge');
    writeFileSync(file, ['auto br0', 'iface br0 inet manual', 'bridge_ports eth0', ...options, ''].join('\n'));
    process.env['PATH'] = searchPath;
    return JSON.parse(askOracle('ifup-ns', [file]).stdout).ifup;
  }

  const readBack =
    'up for f in forward_delay ageing_time priority hello_time max_age stp_state; do echo $f $(cat /sys/class/net/br0/bridge/$f); done';

  test('of most the first counts, and the ports of both lines are taken', () => {
    const { exit, output } = bringUp([
      'bridge_ports eth1',
      ...['bridge_fd 5', 'bridge_fd 7', 'bridge_ageing 100', 'bridge_ageing 200', 'bridge_bridgeprio 100'],
      ...['bridge_bridgeprio 200', 'bridge_hello 3', 'bridge_hello 4', 'bridge_maxage 12', 'bridge_maxage 13'],
      ...['bridge_stp off', 'bridge_stp on', 'bridge_pathcost eth0 5', 'bridge_pathcost eth1 6'],
      ...[
        'bridge_portprio eth0 5',
        'bridge_portprio eth1 6',
        'bridge_maxwait 0',
        'bridge_waitport 1',
        'bridge_waitport eth0',
      ],
      readBack,
      'up for p in eth0 eth1; do echo $p $(cat /sys/class/net/$p/brport/path_cost /sys/class/net/$p/brport/priority); done',
    ]);
    expect(exit).toBe(0);
    expect(output).toEqual(
      expect.arrayContaining([
        'Waiting for a max of 1 seconds for eth0 to become available.',
        ...['forward_delay 500', 'ageing_time 10000', 'priority 100', 'hello_time 300', 'max_age 1200', 'stp_state 0'],
        'eth0 5 5',
      ]),
    );
    expect(output.find((line) => line.startsWith('eth1 '))).toMatch(/ 32$/);
    expect(output).not.toContain('eth1 6 6');
  });

  test('two maximum waits stop the hook and with it the interface', () => {
    const { exit, output } = bringUp(['bridge_maxwait 0', 'bridge_maxwait 0']);
    expect(exit).toBe(1);
    expect(output.join('\n')).toContain('Illegal number');
  });

  test('of two hardware addresses none is set', () => {
    const { output } = bringUp([
      'bridge_maxwait 0',
      'bridge_hw 02:00:00:00:00:a1',
      'bridge_hw 02:00:00:00:00:a2',
      'up cat /sys/class/net/br0/address',
    ]);
    expect(output.join('\n')).toContain('is a garbage');
    expect(output).not.toContain('02:00:00:00:00:a1');
    expect(output).not.toContain('02:00:00:00:00:a2');
  });

  test('the garbage collection is not set at all', () => {
    expect(bringUp(['bridge_maxwait 0', 'bridge_gcint 4']).output).toContain('never heard of command [setgcint]');
  });

  test('values out of range are not set', () => {
    const { exit, output } = bringUp([
      ...['bridge_maxwait 0', 'bridge_hello 20', 'bridge_maxage 5', 'bridge_ageing fast', 'bridge_bridgeprio 99999'],
      ...['bridge_portprio eth0 129', 'bridge_pathcost eth0 0', 'bridge_stp true', readBack],
    ]);
    expect(exit).toBe(0);
    expect(output).toEqual(
      expect.arrayContaining([
        'hello_time 200',
        'max_age 2000',
        'ageing_time 30000',
        'priority 34463',
        'expect on/off for argument',
      ]),
    );
  });

  test('a description of a bridge that is yet to be made keeps the bridge away', () => {
    const { exit, output } = bringUp(['bridge_maxwait 0', 'description uplink']);
    expect(exit).toBe(0);
    expect(output.join('\n')).toContain('ignoring unknown interface br0');
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalOptionName, findOption } from '../../server/src/core/schema/interfaces/index.ts';
import { parseBridgePorts, patternsOfAll } from '../../server/src/core/schema/values/bridge-ports.ts';
import { classfulPrefix, formatIpv4, maskAsIfupdown, maskOfPrefix } from '../../server/src/core/schema/values/ipv4.ts';
import { askOracle, HAS_NAMESPACES, HAS_ORACLES, ORACLE_CACHE } from '../support/oracle.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'values-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(lines: readonly string[]): string {
  const file = join(folder, 'interfaces');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** The netmask that ifup would set for each address. */
function masksOf(addresses: readonly string[]): readonly (string | undefined)[] {
  const lines = addresses.flatMap((address, index) => [
    `auto d${index}`,
    `iface d${index} inet static`,
    `address ${address}`,
  ]);
  const commands = askOracle('ifup-n', [fileWith(lines)]).stderr;
  return addresses.map(
    (_, index) => new RegExp(`^ip addr add [^/\\s]+/(\\S+) .*label d${index}$`, 'm').exec(commands)?.[1],
  );
}

describe.skipIf(!HAS_ORACLES)('netmasks that ifupdown computes', () => {
  test('from any number behind the slash', () => {
    // Not -1: that mask is never set, and ifup prints what stood in memory.
    const widths = Array.from({ length: 271 }, (_, index) => index - 70).filter((width) => width !== -1);
    const masks = masksOf(widths.map((width) => `192.0.2.1/${width}`));
    expect(masks).toEqual(widths.map((width) => formatIpv4(maskAsIfupdown(width) ?? 0)));
  });

  test('by class, without a slash', () => {
    const addresses = fc.sample(fc.integer({ min: 0, max: 0xffffffff }), { numRuns: 200, seed: 1 });
    const edges = [0x7fffffff, 0x80000000, 0xbfffffff, 0xc0000000, 0xdfffffff, 0xe0000000, 0xffffffff, 0];
    const all = [...addresses, ...edges];
    expect(masksOf(all.map(formatIpv4))).toEqual(
      all.map((address) => formatIpv4(maskOfPrefix(classfulPrefix(address)))),
    );
  });
});

/** Words between switches; the script prints patterns through its egrep, which stands in here for the real one. */
const parsePortsByHook = `
set -f
. "$1"
egrep() { echo "~$1"; }
while IFS= read -r line; do
  all_interfaces=; unset all_interfaces
  bridge_parse_ports $line | tr '\\n' ' '
  echo
done
`;

describe.skipIf(!HAS_ORACLES)('bridge_ports', () => {
  test('is cut up as the hook of bridge-utils does it', () => {
    const word = fc.constantFrom('regex', 'noregex', 'all', 'none', 'eth0', 'vif.*', 'eth1.20', 'eth0,eth1');
    const lists = fc.sample(fc.array(word, { minLength: 2, maxLength: 7 }), { numRuns: 200, seed: 2 });
    const script = join(ORACLE_CACHE, 'root/bridge-utils/lib/bridge-utils/bridge-utils.sh');
    const hook = spawnSync('sh', ['-c', parsePortsByHook, 'sh', script], {
      input: lists.map((words) => `${words.join(' ')}\n`).join(''),
      encoding: 'utf8',
    });
    const ours = lists.map((words) => parseBridgePorts(words.join(' ')).flatMap(itemsOf));
    const theirs = hook.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ').filter((item) => item !== ''));
    expect(theirs).toHaveLength(lists.length);
    expect(ours).toEqual(theirs);
  });
});

function itemsOf(word: ReturnType<typeof parseBridgePorts>[number]): readonly string[] {
  if (word.kind === 'all') return patternsOfAll.map((pattern) => `~^${pattern}$`);
  if (word.kind === 'pattern') return [`~^${word.text}$`];
  return word.kind === 'port' ? [word.text] : [];
}

/** One value of one option; each gets a network card of its own. */
type Sample = readonly [family: string, method: string, option: string, value: string, ...others: string[]];

const samples: readonly Sample[] = [
  ...['192.0.2.1/24', '192.0.2.1', '192.0.2.1/255.255.255.0', '192.0.2.1/33', '192.0.2.1/-2'].map(inetAddress),
  ...['192.0.2.1/255.0.255.0', '192.0.2.1/abc', '300.0.0.1/24', '2001:db8::1/64', '=', 'localhost'].map(inetAddress),
  ...['255.255.255.0', '24', '024', '255.255.0', '0.0.0.255', '/24', '33', '255.0.255.0', 'abc'].map(
    (value): Sample => ['inet', 'static', 'netmask', value, 'address 192.0.2.1'],
  ),
  ...['+', '-', '192.0.2.200', 'none', '192.0.2.255/24'].map(
    (value): Sample => ['inet', 'static', 'broadcast', value, 'address 192.0.2.1/24'],
  ),
  ...['192.0.2.254', '203.0.113.1', '192.0.2.254/24', 'router', '2001:db8::fe'].map(
    (value, index): Sample => ['inet', 'static', 'gateway', value, 'address 192.0.2.1/24', `metric ${index + 1}`],
  ),
  ...['100', '0x10', '-1', 'abc', '1.5', '4294967296'].map(
    (value): Sample => ['inet', 'static', 'metric', value, 'address 192.0.2.1/24', 'gateway 192.0.2.254'],
  ),
  ...['192.0.2.2', '192.0.2.2/32', '2001:db8::2', 'peer'].map(
    (value): Sample => ['inet', 'static', 'pointopoint', value, 'address 192.0.2.1/24'],
  ),
  ...['1400', '0x500', '1400abc', '1.5', 'jumbo'].map((value): Sample => ['inet', 'manual', 'mtu', value]),
  // Not random alone: ifup-ns closes the standard input, and ifupdown then takes /dev/urandom for missing.
  ...['02:00:00:00:00:01', 'ether 02:00:00:00:00:02', 'Random', 'ether random', '0:1:2:3:4:5'].map(hwaddress),
  ...['01:00:00:00:00:01', '00:00:00:00:00:00', '02:00:00:00:00', '02-00-00-00-00-01', '020000000001'].map(hwaddress),
  ...['2001:db8::1/64', '2001:db8::1', 'fe80::9/0x40', '2001:db8::1/129', '2001:db8::1/ffff::', '192.0.2.1/24'].map(
    inet6Address,
  ),
  ...['2001:db8::g/64', '2001:db8::1%eth0/64', '1::2::3/64'].map(inet6Address),
  ...['64', '129', '255.255.255.0', '0.0.0.255'].map(
    (value): Sample => ['inet6', 'static', 'netmask', value, 'address 2001:db8::1'],
  ),
  ...['fe80::fe', '2001:db8::fe', '192.0.2.254', 'fe80::1/64', 'router'].map(
    (value): Sample => ['inet6', 'static', 'gateway', value, 'address 2001:db8::1/64'],
  ),
  ...['forever', '10', '0', 'never', '-1'].map(
    (value): Sample => ['inet6', 'static', 'preferred-lifetime', value, 'address 2001:db8::1/64', 'dad-attempts 0'],
  ),
];

function inetAddress(value: string): Sample {
  return ['inet', 'static', 'address', value];
}

function inet6Address(value: string): Sample {
  return ['inet6', 'static', 'address', value, 'dad-attempts 0'];
}

function hwaddress(value: string): Sample {
  return ['inet', 'manual', 'hwaddress', value];
}

describe.skipIf(!HAS_NAMESPACES)('values', () => {
  test('fail in a real ifup exactly where we say so', () => {
    const lines = samples.flatMap(([family, method, option, value, ...others], index) => [
      `auto n${index}`,
      `iface n${index} ${family} ${method}`,
      ...others,
      `${option} ${value}`,
    ]);
    const cards = samples.map((_, index) => `n${index}`).join(',');
    const report = JSON.parse(askOracle('ifup-ns', ['--nics', cards, fileWith(lines)]).stdout);
    const failed = new Set<string>();
    for (const line of report.ifup.output as string[]) {
      const name = /^ifup: failed to bring up (\S+)$/.exec(line)?.[1];
      if (name !== undefined) failed.add(name);
    }
    const real = samples.map((sample, index) => [sample[2], sample[3], failed.has(`n${index}`) ? 'fails' : 'works']);
    const said = samples.map(([family, method, option, value]) => {
      const effect = findOption(option, family, method)?.value.check(value)?.effect;
      return [option, value, effect === 'fails' ? 'fails' : 'works'];
    });
    expect(said).toEqual(real);
  });
});

describe.skipIf(!HAS_NAMESPACES)('names of options', () => {
  const names = [
    'bridge-fd',
    'BRIDGE_ageing',
    'bri.dge_hello',
    'x\u00e9y',
    'a=b',
    'Mtu?',
    'dns-search',
    '_-_',
    'wpa-map0',
  ];

  test('reach hook scripts in their canonical form', () => {
    const lines = [
      'auto eth0',
      'iface eth0 inet manual',
      ...names.map((name, index) => `${name} value${index}`),
      'up env',
    ];
    const report = JSON.parse(askOracle('ifup-ns', [fileWith(lines)]).stdout);
    const variables = new Map<string, string>();
    for (const line of report.ifup.output as string[]) {
      const [, name, value] = /^IF_(\w*)=.*(value\d+)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) variables.set(value, name.toLowerCase());
    }
    expect(names.map((_, index) => variables.get(`value${index}`))).toEqual(names.map(canonicalOptionName));
  });
});

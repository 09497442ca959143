import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';
import { THIRD_PARTY_CORPUS } from '../../support/third-party-corpus.ts';

async function dialectOf(text: string): Promise<Dialect> {
  return (await checkFiles({ [mainPath]: text })).host.dialect;
}

const lo = 'auto lo\niface lo inet loopback\n';
const full = (name: string): string => `auto ${name}\niface ${name} inet manual\n`;

describe('a bare iface line', () => {
  test.each<[string, string, Dialect]>([
    ['alone besides lo is a majority', `${lo}iface eth0\n  address 10.0.0.1/24\n`, 'ifupdown2'],
    ['among full ones is a mistake', `${lo}${full('eth0')}${full('eth1')}iface br0\n`, 'ifupdown'],
    ['beside as many full ones decides nothing', `${lo}${full('eth0')}iface br0\n`, 'ifupdown'],
    ['as most of them decides', `${lo}${full('eth0')}iface br0\niface br1\n`, 'ifupdown2'],
    [
      'among full ones, with another sign, decides',
      `${full('eth0')}${full('eth1')}iface br0\n  bridge-vids 2-10\n`,
      'ifupdown2',
    ],
    ['that inherits is none', 'iface a inet manual\niface b inherits a\niface c inherits a\n', 'ifupdown'],
    ['without a name is none', `${full('eth0')}iface\niface\n`, 'ifupdown'],
    ['of lo is not counted', `auto lo\niface lo\n${full('eth0')}`, 'ifupdown'],
  ])('%s', async (_, text, dialect) => {
    expect(await dialectOf(text)).toBe(dialect);
  });
});

test('the majority is that of the whole host', async () => {
  const files = {
    [mainPath]: `${lo}source interfaces.d/*\n`,
    '/etc/network/interfaces.d/a': 'iface eth0\n',
    '/etc/network/interfaces.d/b': `${full('eth1')}${full('eth2')}`,
  };
  expect((await checkFiles(files)).host.dialect).toBe('ifupdown');
});

describe('what one program alone reads', () => {
  const inStanza = (line: string): string => `${full('eth0')}${full('br0')}  ${line}\n`;

  test.each<[string, Dialect]>([
    [inStanza('bridge-vids 2-4094'), 'ifupdown2'],
    [inStanza('bridge_access 10'), 'ifupdown2'],
    [inStanza('vxlan-id 100'), 'ifupdown2'],
    [inStanza('vrf-table auto'), 'ifupdown2'],
    [inStanza('clagd-priority 1000'), 'ifupdown2'],
    [inStanza('vlan-id 10'), 'ifupdown2'],
    [inStanza('link-down yes'), 'ifupdown2'],
    [inStanza('batman-ifaces eth0'), 'ifupdown2'],
    ['%for v in range(2):\nauto eth0\n', 'ifupdown2'],
    ['auto swp1\niface swp[1-4] inet manual\n', 'ifupdown2'],
    [inStanza('use bridge'), 'ifupdown-ng'],
    [inStanza('requires eth1'), 'ifupdown-ng'],
    ['template uplink\n', 'ifupdown-ng'],
  ])('%j', async (text, dialect) => {
    expect(await dialectOf(text)).toBe(dialect);
  });

  test.each([
    inStanza('bridge-ports eth0'),
    inStanza('bridge-vlan-aware yes'),
    inStanza('bridge_stp off'),
    inStanza('vlan-raw-device eth0'),
    inStanza('hwaddress 02:00:00:00:00:01'),
    `${lo}# PVE will preserve these settings\nauto vmbr0\niface vmbr0 inet static\n  bridge-ports eno1\n  bridge-fd 0\n`,
    '',
    '# nothing\n',
  ])('%j is of every dialect, so ifupdown is meant', async (text) => {
    expect(await dialectOf(text)).toBe('ifupdown');
  });
});

test('a setting goes over what the files say', async () => {
  const files = { [mainPath]: `${full('eth0')}  use bridge\n` };
  expect((await checkFiles(files, { dialect: 'ifupdown' })).host.dialect).toBe('ifupdown');
});

/** What a reader took each file for: the dialects that it may be. */
const guesses: Readonly<Record<string, readonly Dialect[]>> = {
  ifupdown: ['ifupdown'],
  ifupdown2: ['ifupdown2'],
  'ifupdown2-or-ng': ['ifupdown2', 'ifupdown-ng'],
  'ifupdown-or-ifupdown2(proxmox)': ['ifupdown', 'ifupdown2'],
};

describe.skipIf(THIRD_PARTY_CORPUS === undefined)('real files: needs the third-party corpus', () => {
  const folder = join(THIRD_PARTY_CORPUS ?? '', 'interfaces');
  const rows = THIRD_PARTY_CORPUS === undefined ? [] : readRows(join(folder, 'index.tsv'));

  test.each(rows)('$filename is $dialect_guess', async ({ filename = '', dialect_guess: guess = '' }) => {
    const text = readFileSync(join(folder, filename), 'utf8');
    expect(guesses[guess]).toContain(await dialectOf(text));
  });
});

function readRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [names[index] ?? '', cell])));
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askOracle, HAS_NAMESPACES, HAS_ORACLES } from '../support/oracle.ts';
import { expandSnippet, snippets } from '../support/snippets.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-snippets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeInterfaces(text: string): string {
  const file = join(folder, 'interfaces');
  writeFileSync(file, text);
  return file;
}

describe.skipIf(!HAS_ORACLES)('ifquery accepts each snippet as a whole host', () => {
  test.each(snippets)('$name', ({ body }) => {
    const text = expandSnippet(body);
    const { exit, stdout, stderr } = askOracle('ifquery', ['-i', writeInterfaces(text), '--list']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const automatic = [...text.matchAll(/^auto (\S+)$/gm)].map((match) => match[1]);
    expect(automatic).not.toEqual([]);
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(automatic));
  });
});

interface BringUp {
  readonly ifup: { readonly exit: number };
  readonly interfaces: Readonly<
    Record<string, { readonly kind: string; readonly up: boolean; readonly ipv4: string[]; readonly ipv6: string[] }>
  >;
}

/** Those that need neither a DHCP client nor kernel modules that a small machine lacks. */
const bringUps = [
  { name: 'Bridge without an IP address', link: 'xenbr0', kind: 'bridge', ipv4: [], ipv6: [] },
  { name: 'Internal bridge', link: 'xenint0', kind: 'bridge', ipv4: [], ipv6: [] },
  { name: 'Management bridge with a static address', link: 'xenbr0', kind: 'bridge', ipv4: ['192.0.2.10/24'] },
  { name: 'Storage network card', link: 'eth2', kind: 'veth', ipv4: ['198.51.100.10/24'] },
];

describe.skipIf(!HAS_NAMESPACES)('brought up for real, a snippet makes what it says', () => {
  test.each(bringUps)('$name', ({ name, link, ...expected }) => {
    const body = snippets.find((snippet) => snippet.name === name)?.body ?? '';
    const { stdout } = askOracle('ifup-ns', [writeInterfaces(expandSnippet(body))]);
    const { ifup, interfaces } = JSON.parse(stdout) as BringUp;
    expect(ifup.exit).toBe(0);
    expect(interfaces[link]).toMatchObject({ up: true, ...expected });
  });
});

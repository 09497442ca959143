import { expect, test } from 'vitest';
import type { FileId, Finding, TextEdit } from '../../../server/src/core/index.ts';
import {
  applyEdits,
  checkHost,
  fixAll,
  loadHostOf,
  memoryAccess,
  memoryFile,
  pathOf,
  rules,
} from '../../../server/src/core/index.ts';

const main = memoryFile('/etc/network/interfaces');

/** The findings of a host in memory. */
async function check(texts: ReadonlyMap<FileId, string>): Promise<readonly Finding[]> {
  const access = memoryAccess(Object.fromEntries([...texts].map(([file, text]) => [pathOf(file), text])));
  const host = await loadHostOf(access, main, async () => ({ dialect: 'auto', management: [] }));
  return host === undefined ? [] : checkHost(host, rules, {});
}

async function mend(text: string): Promise<{ readonly text: string; readonly edits: readonly TextEdit[] }> {
  const edits = await fixAll({ texts: new Map([[main, text]]), check });
  return { text: applyEdits(text, edits), edits };
}

test('applies the safe fixes of several rules, though each round is of one', async () => {
  const { text } = await mend('auto eth0\niface eth0 inet STATIC\n    address 192.0.2.1/24\n    mtu 1500 # jumbo\n');
  expect(text).toMatch(/^iface eth0 inet static$/m);
  expect(text).toMatch(/^ {4}mtu 1500$/m);
  expect(text).toMatch(/# jumbo/);
});

test('edits speak of the text as it was and leave the rest of it alone', async () => {
  const before = 'auto eth0\niface eth0 inet DHCP\n\nauto eth1\niface eth1 inet DHCP\n';
  const { edits } = await mend(before);
  expect(edits.map(({ span, text }) => [before.slice(span.start, span.end), text])).toEqual([
    ['DHCP', 'dhcp'],
    ['DHCP', 'dhcp'],
  ]);
});

test('changes nothing where only unsafe fixes are left, and no file that is not given', async () => {
  const unsafe = 'auto eth0\niface eth0 inet manual\nauto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';
  expect((await mend(unsafe)).edits).toEqual([]);
  const sourced = memoryFile('/etc/network/interfaces.d/eth0');
  const files = new Map([
    [main, 'source interfaces.d/*\n'],
    [sourced, 'auto eth0\niface eth0 inet DHCP\n'],
  ]);
  const edits = await fixAll({
    texts: new Map([[main, 'source interfaces.d/*\n']]),
    check: (texts) => check(new Map([...files, ...texts])),
  });
  expect(edits).toEqual([]);
});

test('ends, though a rule offers the same fix for ever', async () => {
  const location = { file: main, span: { start: 0, end: 0 } };
  const fixes = [{ title: 'Add', safety: 'safe' as const, edits: [{ ...location, text: '#' }] }];
  const finding = {
    rule: 'r',
    severity: 'error',
    refused: false,
    location,
    message: '',
    related: [],
    fixes,
    tag: undefined,
  };
  const edits = await fixAll({ texts: new Map([[main, '']]), check: async () => [finding as Finding] });
  expect(edits).toHaveLength(1);
});

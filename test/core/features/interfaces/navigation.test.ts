import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../../../server/src/core/features/interfaces/definition.ts';
import { highlightsAt } from '../../../../server/src/core/features/interfaces/highlights.ts';
import { referencesAt } from '../../../../server/src/core/features/interfaces/references.ts';
import type { FileId, Span } from '../../../../server/src/core/index.ts';
import { baseName } from '../../../../server/src/core/index.ts';
import type { CursorFixture } from '../../../support/cursor.ts';
import { atCursor } from '../../../support/cursor.ts';

/** `interfaces:3 eth0`: where a place is, and what stands there. */
function place({ snapshot }: CursorFixture, { file, span }: { readonly file: FileId; readonly span: Span }): string {
  const text = snapshot.host.files.find((candidate) => candidate.file === file)?.tree.text ?? '';
  const line = text.slice(0, span.start).split('\n').length;
  return `${baseName(file)}:${line} ${text.slice(span.start, span.end)}`;
}

async function definition(text: string): Promise<readonly string[] | undefined> {
  const fixture = await atCursor(text);
  const found = definitionAt(fixture.snapshot, fixture.file, fixture.offset);
  return found?.targets.map(({ file, selection }) => place(fixture, { file, span: selection }));
}

async function references(text: string, withDeclarations = true): Promise<readonly string[]> {
  const fixture = await atCursor(text);
  return referencesAt(fixture.snapshot, fixture.file, fixture.offset, withDeclarations).map((at) => place(fixture, at));
}

const twoFiles = `source interfaces.d/*
auto br0
iface br0 inet manual
    bridge_ports eth0.10
    up ip link set eth0 promisc on
iface br0 inet6 manual
# file: /etc/network/interfaces.d/cards
auto eth0
iface eth0 inet manual
iface eth0:1 inet manual
`;

describe('definition', () => {
  test.each([
    ['of a name: all its stanzas', 'auto br0', ['interfaces:3 br0', 'interfaces:6 br0']],
    ['in another file', 'link set eth0', ['cards:2 eth0']],
    ['of a VLAN without a stanza: its card', 'bridge_ports eth0.10', ['cards:2 eth0']],
    ['of an alias', 'iface eth0:1', ['cards:3 eth0:1']],
    ['of a source line: its files', 'source interfaces.d/*', ['cards:1 ']],
  ])('%s', async (_, before, expected) => {
    const at = twoFiles.indexOf(before) + before.length - 1;
    expect(await definition(`${twoFiles.slice(0, at)}<|>${twoFiles.slice(at)}`)).toEqual(expected);
  });

  test('of what a stanza inherits from: that one alone', async () => {
    const text = 'iface a inet6 manual\niface a inet manual\niface b inet inherits a<|>\n';
    expect(await definition(text)).toEqual(['interfaces:2 a']);
  });

  test('holds the stanza and the word asked about', async () => {
    const fixture = await atCursor('auto e<|>th0\niface eth0 inet manual\n  mtu 9000\n');
    expect(definitionAt(fixture.snapshot, fixture.file, fixture.offset)).toMatchObject({
      span: { start: 5, end: 9 },
      targets: [{ span: { start: 10, end: 43 }, selection: { start: 16, end: 20 } }],
    });
  });

  test('none of names without a stanza, options, blanks', async () => {
    expect(await definition('auto eth<|>9\n')).toBeUndefined();
    expect(await definition('iface a inet manual\n  mt<|>u 9000\n')).toBeUndefined();
    expect(await definition('iface a inet manual\n<|>\n')).toBeUndefined();
  });
});

describe('references', () => {
  test('in all files, in reading order', async () => {
    expect(await references(twoFiles.replace('iface eth0 inet', 'iface e<|>th0 inet'))).toEqual([
      'interfaces:5 eth0',
      'cards:1 eth0',
      'cards:2 eth0',
    ]);
  });

  test('without the declarations', async () => {
    expect(await references(twoFiles.replace('auto br0', 'auto b<|>r0'), false)).toEqual(['interfaces:2 br0']);
  });

  test('of nothing', async () => {
    expect(await references('iface eth0 in<|>et manual\n')).toEqual([]);
  });
});

test('highlights: the places of the file, declarations apart', async () => {
  const fixture = await atCursor(`auto b<|>r0\niface br0 inet manual\n  bridge_ports none\n  up brctl show br0\n`);
  expect(highlightsAt(fixture.snapshot, fixture.file, fixture.offset)).toEqual([
    { span: { start: 5, end: 8 }, kind: 'use' },
    { span: { start: 15, end: 18 }, kind: 'declaration' },
    { span: { start: 67, end: 70 }, kind: 'use' },
  ]);
});

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileId } from '../../server/src/core/index.ts';
import { memoryAccess, memoryFile, pathOf } from '../../server/src/core/index.ts';
import { openSession } from '../../server/src/lsp/session.ts';

const hostOf = (name: string): FileId => memoryFile(`/${name}/etc/network/interfaces`);
const partOf = (name: string): FileId => memoryFile(`/${name}/etc/network/interfaces.d/part`);
const main = 'source interfaces.d/*\n';

/** A session over hosts of two files each, that counts how often a file is read from the disk. */
function sessionWith(names: readonly string[]) {
  const files = names.flatMap((name) => [
    [pathOf(hostOf(name)), main],
    [pathOf(partOf(name)), 'auto lo\n'],
  ]);
  const disk = memoryAccess(Object.fromEntries(files));
  const reads = new Map<FileId, number>();
  const open = new Map<FileId, TextDocument>();
  const session = openSession({
    documents: { get: (file) => open.get(file), files: () => [...open.keys()], uriOf: (file) => file },
    disk: {
      ...disk,
      read: (file) => {
        reads.set(file, (reads.get(file) ?? 0) + 1);
        return disk.read(file);
      },
    },
    settings: { of: async () => ({}), checksFolder: async () => true, change: () => undefined },
    randomByte: () => 0,
    onLook: () => undefined,
  });
  return {
    reads: (name: string) => reads.get(partOf(name)) ?? 0,
    look: (name: string) => session.snapshotOf(hostOf(name)),
    open: (name: string) => {
      open.set(hostOf(name), TextDocument.create(hostOf(name), 'debian-interfaces', 1, main));
      session.documentChanged(hostOf(name));
    },
    close: (name: string) => {
      open.delete(hostOf(name));
      session.documentChanged(hostOf(name));
    },
  };
}

test('what only a closed document rests on is given back, what an open one rests on stays', async () => {
  const session = sessionWith(['a', 'b']);
  for (const name of ['a', 'b']) {
    session.open(name);
    await session.look(name);
  }
  session.close('b');
  session.open('b');
  const known = await session.look('a');
  await session.look('b');
  expect([session.reads('a'), session.reads('b')]).toEqual([1, 2]);
  expect(await session.look('a')).toBe(known);
});

test('of files that are not open, those stay that were asked about last', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `host${index}`);
  const session = sessionWith(names);
  session.open('host0');
  for (const name of names) await session.look(name);
  for (const name of ['host0', 'host29', 'host1']) await session.look(name);
  expect(['host0', 'host29', 'host1'].map(session.reads)).toEqual([1, 1, 2]);
});

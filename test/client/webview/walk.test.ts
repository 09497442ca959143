import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Step, Wire } from '../../../client/src/webview/walk.ts';
import { nearestTo, stepFrom } from '../../../client/src/webview/walk.ts';

/** A box of a column and a row; columns have 100 between them, rows 50. */
function box(node: string, column: number, row: number): Box {
  return { node, left: column * 100, right: column * 100 + 60, top: row * 50, bottom: row * 50 + 30 };
}

/** A domU in the open group, in a column of its own within the box. */
function cell(node: string, column: number, row: number): Box {
  const left = 310 + column * 30;
  return { node, within: 'group', left, right: left + 20, top: 130 + row * 10, bottom: 138 + row * 10 };
}

/** Two cards, a VLAN and two bridges, a guest on both bridges, and an open group on the second. */
const BOXES: readonly Box[] = [
  { node: 'group', left: 300, right: 380, top: 110, bottom: 190 },
  ...[cell('a', 0, 0), cell('b', 0, 1), cell('c', 1, 0), cell('d', 1, 1)],
  ...[box('both', 3, 0), box('dmz', 2, 0), box('lan', 2, 1), box('eth0.10', 1, 0)],
  ...[box('eth1', 0, 1), box('eth0', 0, 0)],
];
const WIRES: readonly Wire[] = [
  { from: 'eth0', to: 'eth0.10' },
  { from: 'eth0.10', to: 'dmz' },
  { from: 'eth1', to: 'lan' },
  { from: 'dmz', to: 'both' },
  { from: 'lan', to: 'both' },
  { from: 'lan', to: 'group' },
];

describe('a step', () => {
  test.each<[string, Step, string | undefined]>([
    ['eth0', 'down', 'eth1'],
    ['eth1', 'up', 'eth0'],
    ['eth0', 'up', undefined],
    ['eth1', 'down', undefined],
    ['eth0', 'right', 'eth0.10'],
    // Not to what stands beside it: there is no wire.
    ['eth1', 'right', 'lan'],
    ['eth0', 'left', undefined],
    ['both', 'right', undefined],
    // Of two that carry it, the nearer.
    ['both', 'left', 'dmz'],
    ['lan', 'right', 'both'],
    ['lan', 'first', 'eth0'],
    ['lan', 'last', 'd'],
    ['nobody', 'down', undefined],
  ])('from %s %s leads to %s', (from, step, to) => {
    expect(stepFrom(BOXES, WIRES, from, step)).toBe(to);
  });

  test.each<[string, Step, string | undefined]>([
    ['group', 'down', 'a'],
    ['a', 'up', 'group'],
    ['a', 'down', 'b'],
    ['a', 'right', 'c'],
    ['c', 'left', 'a'],
    ['d', 'left', 'b'],
    ['c', 'right', undefined],
    // Out of the box, along its wire.
    ['b', 'left', 'lan'],
    ['both', 'down', 'group'],
  ])('in an open group: from %s %s leads to %s', (from, step, to) => {
    expect(stepFrom(BOXES, WIRES, from, step)).toBe(to);
  });
});

test('what was there is followed by the nearest', () => {
  expect(nearestTo(BOXES, box('gone', 0, 1.2))?.node).toBe('eth1');
  expect(nearestTo([], box('gone', 0, 0))).toBeUndefined();
});

/** As the server draws it: columns of boxes that do not touch, each box with a wire to one in the column before. */
const drawn = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.infiniteStream(fc.nat())))
  .map(([rows, chance]) => {
    const boxes = rows.flatMap((count, column) =>
      Array.from({ length: count }, (_, row) => box(`${column}/${row}`, column, row)),
    );
    const wires = rows.flatMap((count, column) =>
      column === 0
        ? []
        : Array.from({ length: count }, (_, row) => ({
            from: `${column - 1}/${chance.next().value % (rows[column - 1] ?? 1)}`,
            to: `${column}/${row}`,
          })),
    );
    return { boxes, wires };
  });

test('every node is reached from every other one by arrow keys', () => {
  fc.assert(
    fc.property(drawn, ({ boxes, wires }) => {
      const reached = new Set([boxes[0]?.node ?? '']);
      for (const node of reached)
        for (const step of ['up', 'down', 'left', 'right'] as const)
          for (const next of [stepFrom(boxes, wires, node, step)].flatMap((one) => one ?? [])) reached.add(next);
      expect(reached.size).toBe(boxes.length);
    }),
  );
});

test('right goes along the wire that left came by, where it is the only one', () => {
  fc.assert(
    fc.property(drawn, ({ boxes, wires }) => {
      for (const { from, to } of wires) {
        if (wires.filter((wire) => wire.from === from).length > 1) continue;
        expect(stepFrom(boxes, wires, to, 'left')).toBe(from);
        expect(stepFrom(boxes, wires, from, 'right')).toBe(to);
      }
    }),
  );
});

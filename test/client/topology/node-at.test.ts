import { describe, expect, test } from 'vitest';
import { nodeAt } from '../../../client/src/topology/node-at.ts';
import type { TopologyPlace } from '../../../server/src/lsp/messages.ts';

const FILE = 'file:///etc/network/interfaces';

/** A place from line:character to line:character. */
function place(
  node: string,
  from: readonly [number, number],
  to: readonly [number, number],
  uri = FILE,
): TopologyPlace {
  const range = {
    start: { line: from[0], character: from[1] },
    end: { line: to[0], character: to[1] },
  };
  return { node, uri, range, nameRange: range };
}

/** The bridge's stanza; in its second line its port, which has a stanza after it. */
const PLACES = [
  place('bridge', [0, 0], [2, 0]),
  place('port', [3, 0], [4, 0]),
  place('port', [1, 16], [1, 20]),
  place('domU', [0, 0], [9, 0], 'file:///etc/xen/web.cfg'),
];

describe('the node that the cursor means', () => {
  test.each([
    ['the stanza around it', 0, 7, 'bridge'],
    ['its first character', 0, 0, 'bridge'],
    ['the smallest place, not the first', 1, 18, 'port'],
    ['the word before it', 1, 20, 'port'],
    ['the stanza again after the word', 1, 21, 'bridge'],
    ['another stanza of the same node', 3, 4, 'port'],
  ])('%s', (_what, line, character, node) => {
    expect(nodeAt(PLACES, FILE, { line, character })).toBe(node);
  });

  test('none outside of all places', () => {
    expect(nodeAt(PLACES, FILE, { line: 6, character: 0 })).toBeUndefined();
  });

  test('one of its own document alone', () => {
    expect(nodeAt(PLACES, 'file:///etc/xen/web.cfg', { line: 1, character: 18 })).toBe('domU');
    expect(nodeAt(PLACES, 'file:///etc/xen/mail.cfg', { line: 1, character: 18 })).toBeUndefined();
  });

  test('of two in one line the shorter', () => {
    const places = [place('long', [0, 0], [0, 30]), place('short', [0, 5], [0, 9])];
    expect(nodeAt(places, FILE, { line: 0, character: 7 })).toBe('short');
    expect(nodeAt(places.toReversed(), FILE, { line: 0, character: 7 })).toBe('short');
  });
});

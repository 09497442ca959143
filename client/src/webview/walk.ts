/** Where the arrow keys lead in the picture. */

/** A node and what it takes of the picture. */
export interface Box {
  readonly node: string;
  /** The node in whose box it is drawn, as a domU in its group. */
  readonly within?: string | undefined;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A connection of two nodes, by their ids. */
export interface Wire {
  /** The one that carries: it is drawn on the left. */
  readonly from: string;
  readonly to: string;
}

/**
 * `up` and `down` go within a column, `left` and `right` along wires or, within a box, to what stands beside; `first` and
 * `last` go through the whole picture.
 */
export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/**
 * The node that a step leads to.
 *
 * @returns `undefined` where there is none, so that the step stays where it is
 */
export function stepFrom(boxes: readonly Box[], wires: readonly Wire[], start: string, step: Step): string | undefined {
  const here = boxes.find(({ node }) => node === start);
  if (here === undefined) return undefined;
  return candidates(boxes, wires, here, step)[0]?.node;
}

/** The node nearest to a place where one was. */
export function nearestTo(boxes: readonly Box[], place: Box): Box | undefined {
  return sortedBy(boxes, (box) => distance(box, place))[0];
}

/** All nodes that a step could lead to, the best first. */
function candidates(boxes: readonly Box[], wires: readonly Wire[], here: Box, step: Step): readonly Box[] {
  const others = boxes.filter((box) => box !== here);
  switch (step) {
    case 'up':
      return sortedBy(columnOf(others, here), (box) => here.top - box.top).filter(({ top }) => top < here.top);
    case 'down':
      return sortedBy(columnOf(others, here), (box) => box.top - here.top).filter(({ top }) => top > here.top);
    case 'left':
    case 'right':
      return [...beside(others, here, step), ...alongWires(others, wires, here, step)];
    case 'first':
      return inReadingOrder(boxes);
    case 'last':
      return inReadingOrder(boxes).toReversed();
  }
}

/** What stands left or right of a node in the box that both are drawn in. */
function beside(others: readonly Box[], here: Box, side: 'left' | 'right'): readonly Box[] {
  const isThere = ({ left, right }: Box): boolean => (side === 'left' ? right <= here.left : left >= here.right);
  return sortedBy(
    others.filter((box) => here.within !== undefined && box.within === here.within && isThere(box)),
    (box) => distance(box, here),
  );
}

/** What the wires of a node lead to, or of the one that it is drawn in. */
function alongWires(
  others: readonly Box[],
  wires: readonly Wire[],
  { node, within, top, bottom }: Box,
  side: 'left' | 'right',
): readonly Box[] {
  const ends = wires.map(({ from, to }) => (side === 'left' ? { near: to, far: from } : { near: from, far: to }));
  const reached = new Set(ends.filter(({ near }) => near === node || near === within).map(({ far }) => far));
  const height = (top + bottom) / 2;
  return sortedBy(
    others.filter((box) => reached.has(box.node)),
    (box) => Math.abs(middle(box) - height),
  );
}

/** What stands above and below a node, at least in part. */
function columnOf(boxes: readonly Box[], { left, right }: Box): readonly Box[] {
  return boxes.filter((box) => box.left < right && left < box.right);
}

/** Column by column, from above. */
function inReadingOrder(boxes: readonly Box[]): readonly Box[] {
  return boxes.toSorted((a, b) => (columnOf([a], b).length > 0 ? a.top - b.top : a.left - b.left));
}

function sortedBy(boxes: readonly Box[], key: (box: Box) => number): readonly Box[] {
  return boxes.toSorted((a, b) => key(a) - key(b));
}

function distance(a: Box, b: Box): number {
  return Math.hypot(middle(a) - middle(b), centre(a) - centre(b));
}

function middle({ top, bottom }: Box): number {
  return (top + bottom) / 2;
}

function centre({ left, right }: Box): number {
  return (left + right) / 2;
}

import type { Value } from '../../syntax/xl/ast.ts';

/** A value and all those in it, in the order of the text. Not by recursion, since lists may nest as deep as one likes. */
export function* valuesIn(value: Value | undefined): Generator<Value, void, undefined> {
  const open: Value[] = value === undefined ? [] : [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    if (next.kind !== 'list') continue;
    for (let index = next.items.length - 1; index >= 0; index--) {
      const item = next.items[index];
      if (item !== undefined) open.push(item);
    }
  }
}

/** The item of a list inside which an offset lies, or that begins there; `undefined` where none does. */
export function indexOfItemAt(items: readonly Value[], offset: number): number | undefined {
  let [low, high] = [0, items.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const item = items[low];
  return item !== undefined && item.span.start <= offset && offset < item.span.end ? low : undefined;
}

import { expect, test } from 'vitest';
import { oneAtATime } from '../../../client/src/topology/one-at-a-time.ts';

/** Runs that end when told to, one by one. */
function controlled() {
  const ends: (() => void)[] = [];
  const run = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)));
  const settle = async () => {
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
  };
  return { run, settle, begun: () => ends.length, end: () => ends.at(-1)?.() };
}

test('there is one run at a time, and one after the last wish', async () => {
  const { run, settle, begun, end } = controlled();
  run();
  expect(begun()).toBe(1);
  run();
  run();
  run();
  await settle();
  expect(begun()).toBe(1);
  end();
  await settle();
  expect(begun()).toBe(2);
  end();
  await settle();
  expect(begun()).toBe(2);
});

test('a wish after the end begins another run', async () => {
  const { run, settle, begun, end } = controlled();
  run();
  end();
  await settle();
  run();
  expect(begun()).toBe(2);
});

/** What the suites use of node:assert/strict, for the web worker, where there is no Node. */

/** Fails unless the value is truthy. */
export function ok(value: unknown, message = `${value} is not truthy`): asserts value {
  if (!value) throw new Error(message);
}

/** Fails unless the two are the same. */
export function strictEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  ok(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

/** Fails when the two are the same. */
export function notStrictEqual(actual: unknown, other: unknown, message?: string): void {
  ok(!Object.is(actual, other), message ?? `both are ${show(actual)}`);
}

/** Fails unless the two are the same plain data, keys in the same order. */
export function deepStrictEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  strictEqual(show(actual), show(expected), message);
}

/** Fails unless the text matches. */
export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${pattern} does not match ${show(text)}`);
}

/** Fails unless the promise is rejected with an error whose message matches. */
export async function rejects(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
  const reason = await promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  ok(reason, 'it was not rejected');
  match(String(reason), pattern);
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? String(value);
}

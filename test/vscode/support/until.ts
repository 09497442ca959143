import type { Disposable, Event } from 'vscode';

/** So long a test waits for what must come; VS Code itself may still be starting. */
const LIMIT_MS = 30_000;

/**
 * Waits, by events and not by the clock, until something holds. It is looked at once at the start, and again whenever
 * the event fires.
 *
 * @param what what is waited for, for the message when it does not come
 * @param event fires when it may have come
 * @param look gives the value when it is there, else `undefined`
 * @param state described in the message when it does not come
 */
export async function until<T>(
  what: string,
  event: Event<unknown>,
  look: () => T | undefined | Promise<T | undefined>,
  state: () => unknown = () => '',
): Promise<T> {
  let subscription: Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const check = async () => {
        const value = await look();
        if (value !== undefined) resolve(value);
      };
      const checkAgain = () => void check().catch(reject);
      timer = setTimeout(() => reject(new Error(`${what}: not within ${LIMIT_MS / 1000} s. ${state()}`)), LIMIT_MS);
      subscription = event(checkAgain);
      checkAgain();
    });
  } finally {
    subscription?.dispose();
    clearTimeout(timer);
  }
}

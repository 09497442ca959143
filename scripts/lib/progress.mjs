/** So often a long step says that it is still at work. */
const EVERY_SECONDS = 10;

/**
 * Waits for a long step and says from time to time that it is still running.
 *
 * @template T
 * @param {(line: string) => void} say
 * @param {Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withProgress(say, step) {
  const started = Date.now();
  const timer = setInterval(() => say(`… ${Math.round((Date.now() - started) / 1000)} s`), EVERY_SECONDS * 1000);
  try {
    return await step;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Makes one of many runs: while one is under way, however often another one is wanted, one more follows, so that the last
 * one always began after the last wish.
 *
 * @param run never fails
 */
export function oneAtATime(run: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const start = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await run();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void start();
  };
}

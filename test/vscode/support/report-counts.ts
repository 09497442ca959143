/**
 * Prints one line with the counts when a run ends; `npm test` adds them up.
 *
 * @param runner Mocha's
 */
export function reportCounts(runner: Mocha.Runner): void {
  runner.on('end', () => {
    const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
    console.log(`result: ${passes} passed, ${failures} failed, ${pending} skipped`);
  });
}

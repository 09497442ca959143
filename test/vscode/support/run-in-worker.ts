// The browser's build of Mocha: it puts `mocha` and, when set up, describe() and it() into the global scope.
import 'mocha/mocha.js';
import { reportCounts } from './report-counts.ts';
import { tidyUp } from './tidy-up.ts';

/**
 * Runs the suites in the web worker's extension host.
 *
 * @param loadSuites loads the suites' modules; describe() and it() are there when it is called
 */
export async function runMocha(loadSuites: () => void): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: 'spec' });
  loadSuites();
  tidyUp(mocha.suite);
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
    reportCounts(runner);
  });
}

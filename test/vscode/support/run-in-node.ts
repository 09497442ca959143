import process from 'node:process';
import Mocha from 'mocha';
import { reportCounts } from './report-counts.ts';
import { tidyUp } from './tidy-up.ts';

/**
 * Runs the suites in the extension host's Node.
 *
 * @param loadSuites loads the suites' modules; describe() and it() are there when it is called
 */
export async function runMocha(loadSuites: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'spec', color: false });
  mocha.grep(process.env['BRIDGEWISE_GREP'] ?? '');
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadSuites();
  tidyUp(mocha.suite);
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
    reportCounts(runner);
  });
}

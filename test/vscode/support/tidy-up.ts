import { removeHosts } from './host.ts';

/** Makes each suite leave an empty workspace. @param root Mocha's, when the suites are loaded */
export function tidyUp(root: Mocha.Suite): void {
  for (const suite of root.suites) suite.afterAll('removes its hosts', removeHosts);
}

// npm test [-- SUITE...]: installs what is missing, builds, runs every suite (or those named), and ends with one line
// that counts the tests of all of them. With CI=true everything that a suite needs is installed, and must be there.
import './lib/check-node.mjs';
import process from 'node:process';

const [{ runSuites }, { printFailure }] = await Promise.all([
  import('./lib/test-run.mjs'),
  import('./lib/failures.mjs'),
]);
try {
  process.exitCode = await runSuites(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

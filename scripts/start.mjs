// npm start [-- PATH]: installs what is missing, builds, and opens examples/ (or the folder or file PATH) in VS Code with
// Bridgewise in it: the desktop one where there is one with a display, else the embedded one, for a browser. Ctrl-C ends it.
//
// BRIDGEWISE_VSCODE  the program of a desktop VS Code, or `embedded`
import './lib/check-node.mjs';
import process from 'node:process';

const [{ start }, { printFailure }] = await Promise.all([import('./lib/start.mjs'), import('./lib/failures.mjs')]);
try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

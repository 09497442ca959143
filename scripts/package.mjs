// npm run package: writes dist/bridgewise-VERSION.vsix (the extension) and dist/bridgewise-VERSION.tgz (the language server
// and the command line, for npm install).
import './lib/check-node.mjs';
import process from 'node:process';
import { printFailure } from './lib/failures.mjs';
import { makePackages } from './lib/packages.mjs';

try {
  await makePackages((line) => console.log(`• ${line}`));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

// npm run screenshots: builds, and makes the README's pictures anew, in docs/images/, from the embedded VS Code.
import './lib/check-node.mjs';
import process from 'node:process';

const [{ makePictures }, { printFailure }] = await Promise.all([
  import('./lib/pictures.mjs'),
  import('./lib/failures.mjs'),
]);
try {
  await makePictures((line) => console.log(`• ${line}`));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

// Imported before anything else by the scripts that a user starts. It must run on any Node that knows ES modules, so its
// syntax is old.
import process from 'node:process';

/** The oldest Node on which the project works. */
const OLDEST = '20.19';

const [oldestMajor = 0, oldestMinor = 0] = OLDEST.split('.').map(Number);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  console.error(`This is Node ${process.versions.node} (${process.execPath}); Bridgewise needs ${OLDEST} or newer.`);
  console.error(
    `Remedy: install Node ${OLDEST} or newer (https://nodejs.org, or your distribution), and look at node --version.`,
  );
  process.exit(1);
}

// Loaded into VS Code's server before its own code: when the script that started it is killed without a chance to clean
// up, the server ends itself and everything it started, and removes the temporary folder.
const { rmSync } = require('node:fs');
const process = require('node:process');

const { BRIDGEWISE_PARENT: parent, BRIDGEWISE_TEMPORARY: temporary } = process.env;
// Not for the extension host and the terminals: they end with the server's group.
delete process.env.BRIDGEWISE_PARENT;
delete process.env.BRIDGEWISE_TEMPORARY;

/** A folder that something is being written to at the moment cannot be removed. */
let triesLeft = 5;

function endWithParent() {
  if (String(process.ppid) === parent) return;
  triesLeft--;
  try {
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  } catch {
    if (triesLeft > 0) return;
  }
  process.kill(-process.pid, 'SIGKILL');
}

if (parent) setInterval(endWithParent, 500).unref();

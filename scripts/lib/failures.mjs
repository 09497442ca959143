/** A step that failed for a reason that can be named, and what to do about it. */
export class StepError extends Error {
  /**
   * @param {string} message what failed and why
   * @param {string} [remedy] what to do
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'StepError';
    this.remedy = remedy;
  }
}

/**
 * What a tool's output tells about the cause.
 *
 * @type {readonly { pattern: RegExp, cause: string, remedy: string }[]}
 */
const CAUSES = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|network request/,
    cause: 'the npm registry cannot be reached',
    remedy: 'Check the network and the proxy, and the address that `npm config get registry` prints; then try again.',
  },
  {
    pattern: /\bE40[134]\b/,
    cause: 'the npm registry refuses or does not have a package',
    remedy:
      'See which package above; `npm config get registry` prints the registry that was asked, which may be a mirror.',
  },
  {
    pattern: /ENOSPC|No space left on device/i,
    cause: 'the disk is full',
    remedy: 'Free 1.5 GB (node_modules takes 0.4 GB, the embedded VS Code and Chromium 0.7 GB) and try again.',
  },
  {
    pattern: /EACCES|EPERM|Permission denied/i,
    cause: 'a file may not be written',
    remedy: 'See which one above. Files that root made once: `sudo chown -R "$(id -un)" node_modules dist out`.',
  },
  {
    pattern: /EINTEGRITY/,
    cause: 'a package is not the one that the lock file pins (its checksum differs)',
    remedy: '`npm cache clean --force` and try again; if it stays, the registry hands out something else.',
  },
  {
    pattern: /can only install packages when your package\.json and package-lock\.json/,
    cause: 'package.json and package-lock.json do not fit together',
    remedy: 'Run `npm install` and commit package-lock.json with package.json.',
  },
  {
    pattern: /Could not get lock|Unable to acquire the dpkg frontend lock|Unable to lock/,
    cause: 'another program is installing Debian packages',
    remedy: 'Wait until it has ended, then try again.',
  },
  {
    pattern: /Temporary failure resolving|Failed to fetch|Unable to fetch/,
    cause: "Debian's packages cannot be fetched",
    remedy: 'Check the network and /etc/apt/sources.list (or sources.list.d), run `apt-get update`, then try again.',
  },
];

/** So much of a tool's output is shown. */
const SHOWN_LINES = 30;

/**
 * The error for a step whose tool failed: the tool's last lines, the cause where they tell it, and the remedy.
 *
 * @param {string} doing what was being done, as in "installing packages"
 * @param {string} output what the tool printed
 */
export function explainFailure(doing, output) {
  const known = CAUSES.find(({ pattern }) => pattern.test(output));
  const shown = output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  return new StepError(`${shown}\n${doing} failed${known ? `: ${known.cause}` : ''}`, known?.remedy);
}

/**
 * Prints an error that ended a script: one that is understood with its remedy, any other with its stack.
 *
 * @param {unknown} error
 */
export function printFailure(error) {
  if (!(error instanceof StepError)) {
    console.error(error);
    return;
  }
  console.error(error.message);
  if (error.remedy) console.error(`Remedy: ${error.remedy}`);
}

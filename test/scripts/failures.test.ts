import { expect, test } from 'vitest';
import { explainFailure } from '../../scripts/lib/failures.mjs';

test.each([
  ['npm error code ECONNREFUSED\nnpm error syscall connect', /registry cannot be reached/, /proxy/],
  ['npm error code ENOTFOUND', /registry cannot be reached/, /proxy/],
  ['npm error code E404\nnpm error 404 No match found for version 2.6.8', /does not have a package/, /registry/],
  ['npm error code ENOSPC', /disk is full/, /Free/],
  ['tar: cannot write: No space left on device', /disk is full/, /Free/],
  ["npm error Error: EACCES: permission denied, mkdir '/x/node_modules'", /may not be written/, /chown/],
  ['npm error code EINTEGRITY', /checksum/, /cache clean/],
  [
    'npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync.',
    /do not fit together/,
    /npm install/,
  ],
  ['E: Could not get lock /var/lib/dpkg/lock-frontend.', /another program/, /Wait/],
  ['W: Failed to fetch http://mirror.example/ Temporary failure resolving', /cannot be fetched/, /apt-get update/],
])('names the cause and the remedy of: %s', (output, cause, remedy) => {
  const error = explainFailure('a step', output);
  expect(error.message).toMatch(cause);
  expect(error.remedy).toMatch(remedy);
});

test('shows the end of the output where the cause is not known', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`);
  const error = explainFailure('a step', lines.join('\n'));
  expect(error.message).toMatch(/^line 70\n.*\nline 99\na step failed$/s);
  expect(error.remedy).toBeUndefined();
});

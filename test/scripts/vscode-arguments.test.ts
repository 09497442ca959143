import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '../vscode/embedded/arguments.mjs';

/** As @vscode/test-electron gives them. */
const TEST_RUN = [
  '/w',
  '--user-data-dir',
  '/u',
  '--no-sandbox',
  '--disable-workspace-trust',
  '--extensionTestsPath=/t/index.js',
  '--extensionDevelopmentPath=/e',
  '--extensions-dir=/x',
];

test('reads what a test run asks for', () => {
  expect(readArguments(TEST_RUN)).toMatchObject({
    command: false,
    tests: '/t/index.js',
    extensions: ['/e'],
    web: false,
    userData: '/u',
    extensionsDirectory: '/x',
    open: '/w',
    trustAll: true,
    ignored: ['no-sandbox'],
  });
});

test('can keep Restricted Mode, which @vscode/test-electron always turns off', () => {
  expect(readArguments(['--enable-workspace-trust', ...TEST_RUN]).trustAll).toBe(false);
});

test('knows the browser’s worker', () => {
  expect(readArguments(['--extensionDevelopmentKind=web', ...TEST_RUN]).web).toBe(true);
});

test.each([['--version'], ['--list-extensions'], ['--install-extension=/a.vsix']])('%s opens no window', (option) => {
  expect(readArguments([option]).command).toBe(true);
});

test('takes addresses and relative paths', () => {
  const { open, files } = readArguments(['--folder-uri=file:///a%20b', '--file-uri', 'file:///c']);
  expect([open, files]).toEqual(['/a b', ['/c']]);
  expect(readArguments(['here']).open).toBe(resolve('here'));
});

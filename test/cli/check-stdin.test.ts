import { expect, test } from 'vitest';
import { checkJson, temporaryFolder } from '../support/cli.ts';

const bad = 'auto br0\niface br0 inet manual\n  bridge_stp off\n';

test('what comes on standard input stands for the named file, which need not be there', () => {
  const folder = temporaryFolder();
  const { report, exit } = checkJson(['--stdin', '--filename', 'etc/network/interfaces'], { cwd: folder, input: bad });
  expect(report.files).toEqual([
    { path: 'etc/network/interfaces', language: 'interfaces', dialect: 'ifupdown', host: '.' },
  ]);
  expect(report.findings.map(({ path, rule }) => [path, rule])).toEqual([
    ['etc/network/interfaces', 'bridge-without-ports'],
  ]);
  expect(exit).toBe(1);
});

test('it goes over the file on the disk, within its host', () => {
  const folder = temporaryFolder({
    'etc/network/interfaces': 'source interfaces.d/*\n',
    'etc/network/interfaces.d/old': 'auto lo\n',
  });
  const named = 'etc/network/interfaces.d/new';
  const { report } = checkJson(['--stdin', '--filename', named], { cwd: folder, input: bad });
  expect(report.files.map(({ path }) => path)).toEqual([
    'etc/network/interfaces',
    'etc/network/interfaces.d/new',
    'etc/network/interfaces.d/old',
  ]);
  expect(report.findings.map(({ path }) => path)).toEqual([named]);
});

test('a name that tells nothing leaves it to the first word, or to --language', () => {
  const cwd = temporaryFolder();
  const text = 'hello world\n';
  expect(checkJson(['--stdin', '--filename', 'a.txt'], { cwd, input: bad }).report.findings).toHaveLength(1);
  expect(checkJson(['--stdin', '--filename', 'a.txt'], { cwd, input: text }).report.files).toEqual([]);
  const forced = checkJson(['--stdin', '--filename', 'a.txt', '--language', 'interfaces'], { cwd, input: text });
  expect(forced.report.files).toHaveLength(1);
});

test.each<[string, string | Uint8Array, string]>([
  ['binary', 'auto lo\0\nauto eth0\0\n', 'What comes on standard input is binary.'],
  ['over 5 MB', Buffer.alloc(5_300_000, 'auto lo\n'), 'What comes on standard input is larger than 5 MB.'],
])('%s input is an error', (_, input, message) => {
  const { report, exit } = checkJson(['--stdin', '--filename', 'interfaces'], { cwd: temporaryFolder(), input });
  expect(report).toEqual({ version: 1, files: [], findings: [], errors: [{ path: 'interfaces', message }] });
  expect(exit).toBe(2);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileAccess } from '../../../server/src/core/index.ts';
import {
  loadProjectSettings,
  memoryAccess,
  memoryFile,
  mergeSettings,
  readProjectSettings,
} from '../../../server/src/core/index.ts';
import { ROOT } from '../../support/project-files.ts';

const ruleNames = ['bridge-without-ports', 'misspelt-option'];

function read(text: string) {
  const { settings, problems } = readProjectSettings(text, memoryFile('/project/.bridgewise.json'), ruleNames);
  return { settings, problems: problems.map(({ message, span }) => [text.slice(span.start, span.end), message]) };
}

test('all keys, with comments and a trailing comma', () => {
  const text = `// ours
{
  "$schema": "https://example.org/schema.json",
  "dialect": "ifupdown2", /* Proxmox */
  "management": ["vmbr0", "eth0.10"],
  "hosts": ["alpha", "./rack/beta/", "../gamma", "."],
  "rules": { "misspelt-option": "off", "bridge-without-ports": "hint" },
  "xenVersion": "4.17",
}`;
  expect(read(text)).toEqual({
    settings: {
      dialect: 'ifupdown2',
      management: ['vmbr0', 'eth0.10'],
      hosts: ['/project/alpha', '/project/rack/beta', '/gamma', '/project'].map(memoryFile),
      rules: { 'misspelt-option': 'off', 'bridge-without-ports': 'hint' },
      xenVersion: '4.17',
    },
    problems: [],
  });
});

test('brackets without end are told, not fatal', () => {
  expect(read('['.repeat(100_000))).toEqual({
    settings: {},
    problems: [['', 'Its brackets are nested too deep to be read.']],
  });
});

test.each<[string, readonly (readonly [string, string])[]]>([
  ['{"dialct": 1}', [['"dialct"', 'There is no setting "dialct". Did you mean "dialect"?']]],
  ['{"toString": 1}', [['"toString"', 'There is no setting "toString".']]],
  [
    '{"dialect": "ifupdown3"}',
    [['"ifupdown3"', 'One of "auto", "ifupdown", "ifupdown2", "ifupdown-ng" is needed here.']],
  ],
  ['{"dialect": null}', [['null', 'One of "auto", "ifupdown", "ifupdown2", "ifupdown-ng" is needed here.']]],
  ['{"management": "vmbr0"}', [['"vmbr0"', 'A list of texts is needed here: ["…"].']]],
  [
    '{"management": ["a", 1, ""]}',
    [
      ['1', 'A text is needed here.'],
      ['""', 'A text is needed here.'],
    ],
  ],
  ['{"hosts": {}}', [['{}', 'A list of texts is needed here: ["…"].']]],
  ['{"rules": []}', [['[]', 'An object is needed here: { … }.']]],
  [
    '{"rules": {"mispelt-option": "off"}}',
    [['"mispelt-option"', 'There is no rule "mispelt-option". Did you mean "misspelt-option"?']],
  ],
  [
    '{"rules": {"misspelt-option": "info"}}',
    [['"info"', 'One of "error", "warning", "information", "hint", "off" is needed here.']],
  ],
  ['{"xenVersion": 4.17}', [['4.17', 'A version of Xen is written as "4.17".']]],
  ['{"xenVersion": "new"}', [['"new"', 'A version of Xen is written as "4.17".']]],
  ['[]', [['[]', 'An object is needed here: { … }.']]],
])('%s says what is wrong, where', (text, problems) => {
  expect(read(text).problems).toEqual(problems);
});

test('what is right beside something wrong counts', () => {
  const text =
    '{"dialect": "ifupdown2", "management": ["a", 7], "rules": {"x": "off", "misspelt-option": "off"}, "y": 1}';
  expect(read(text).settings).toEqual({
    dialect: 'ifupdown2',
    management: ['a'],
    rules: { 'misspelt-option': 'off' },
  });
});

test.each(['', '{', '{"dialect"', '{"dialect": }', 'dialect: ifupdown2', '\0', '{"a": "\n"}'])(
  '%j is no JSON, and no crash',
  (text) => {
    const { settings, problems } = read(text);
    expect(settings).toEqual({});
    expect(problems.length).toBeGreaterThan(0);
    for (const [, message] of problems) expect(message).toMatch(/\.$/);
  },
);

test('the schema for editors has the same keys', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/bridgewise.schema.json'), 'utf8')) as {
    readonly properties: Readonly<Record<string, unknown>>;
  };
  const keys = Object.keys(schema.properties);
  expect(keys.sort()).toEqual(['$schema', 'dialect', 'hosts', 'management', 'rules', 'xenVersion']);
  const unknown = keys.flatMap((key) => read(JSON.stringify({ [key]: null })).problems);
  expect(unknown.filter(([, message]) => message?.startsWith('There is no setting'))).toEqual([]);
});

test('a byte order mark is no fault', () => {
  expect(read('\uFEFF{"dialect": "ifupdown2"}')).toEqual({ settings: { dialect: 'ifupdown2' }, problems: [] });
});

test('the nearest file upwards counts, alone', async () => {
  const access = memoryAccess({
    '/.bridgewise.json': '{"dialect": "ifupdown-ng"}',
    '/a/.bridgewise.json': '{"management": ["x"]}',
    '/a/b/etc/network/interfaces': '',
  });
  const load = (path: string) => loadProjectSettings(access, memoryFile(path), ruleNames);
  const near = await load('/a/b/etc/network/interfaces');
  expect([near.file, near.settings]).toEqual([memoryFile('/a/.bridgewise.json'), { management: ['x'] }]);
  const far = await load('/c/interfaces');
  expect([far.file, far.settings]).toEqual([memoryFile('/.bridgewise.json'), { dialect: 'ifupdown-ng' }]);
});

test('without a file nothing is said', async () => {
  const found = await loadProjectSettings(memoryAccess({ '/a/x': '' }), memoryFile('/a/x'), ruleNames);
  expect(found).toEqual({ settings: {}, file: undefined, text: '', problems: [] });
});

test('a file that cannot be read is a problem', async () => {
  const access: FileAccess = {
    ...memoryAccess({}),
    read: async () => ({ kind: 'unreadable', reason: 'It is larger than 5 MB.' }),
  };
  const { settings, problems } = await loadProjectSettings(access, memoryFile('/a/x'), ruleNames);
  expect(settings).toEqual({});
  expect(problems.map(({ message }) => message)).toEqual(['It cannot be read. It is larger than 5 MB.']);
});

test('what the user says outright goes over what the project says, rule by rule', () => {
  expect(
    mergeSettings(
      { dialect: 'auto', rules: { 'misspelt-option': 'error' } },
      { dialect: 'ifupdown2', management: ['x'], rules: { 'misspelt-option': 'off', 'bridge-without-ports': 'hint' } },
    ),
  ).toEqual({
    dialect: 'auto',
    management: ['x'],
    rules: { 'misspelt-option': 'error', 'bridge-without-ports': 'hint' },
  });
});

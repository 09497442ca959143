import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { canEmbed } from '../../scripts/embedded-vscode/install.mjs';
import { findChromium } from '../../scripts/lib/programs.mjs';
import { ROOT } from '../support/project-files.ts';
import { packagePath } from './packages.ts';
import { zipNames } from './zip-names.ts';

/** All that the package holds, besides the page of every rule. */
const FILES = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/extension.js',
  'extension/dist/extension.web.js',
  'extension/dist/server.js',
  'extension/dist/server.web.js',
  'extension/dist/topology.css',
  'extension/dist/topology.js',
  'extension/package.json',
  'extension/readme.md',
  'extension/schemas/bridgewise.schema.json',
  'extension/snippets/debian-interfaces.json',
  'extension/snippets/xen-xl.json',
  'extension/syntaxes/debian-interfaces.language-configuration.json',
  'extension/syntaxes/debian-interfaces.tmLanguage.json',
  'extension/syntaxes/xen-xl.language-configuration.json',
  'extension/syntaxes/xen-xl.tmLanguage.json',
];

function rulePages(): string[] {
  const rules = readdirSync(join(ROOT, 'server/src/core/rules'), { recursive: true, encoding: 'utf8' });
  return rules.filter((path) => path.endsWith('.md')).map((path) => `extension/dist/rules/${basename(path)}`);
}

/** The pictures that the README shows. */
function pictures(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return [...readme.matchAll(/!\[[^\]]*\]\((docs\/images\/[^)]+)\)/g)].map(([, path]) => `extension/${path}`);
}

test('the .vsix holds what is needed and nothing else', () => {
  const names = zipNames(readFileSync(packagePath('.vsix')));
  expect(names.toSorted()).toEqual([...FILES, ...rulePages(), ...pictures()].sort());
});

test('the .vsix is small', () => {
  expect(statSync(packagePath('.vsix')).size).toBeLessThanOrEqual(1_200_000);
});

test.skipIf(!canEmbed() || !findChromium())(
  'the .vsix, installed into VS Code, works there',
  () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'test/vscode/run.mjs'), 'installed package'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, BRIDGEWISE_VSCODE: '', BRIDGEWISE_VSIX: packagePath('.vsix') },
      },
    );
    expect(stdout + stderr).toMatch(/^result: [1-9]\d* passed, 0 failed, 0 skipped$/m);
    expect(status).toBe(0);
  },
  180_000,
);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, ROOT } from '../support/project-files.ts';

const files = projectFiles();

/** Files that are data (tables, recorded answers, test inputs), not code: they may be as long as they need. */
const DATA = [/\/fixtures\//, /^test\/faults\//, /^test\/oracle\/(?:tools|recorded)\//, /\.json$/, /\.svg$/];

/** A catalogue is a table too, but one that people edit: it stays readable. */
const MAX_LINES = 500;

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

test(`no source is longer than ${MAX_LINES} lines`, () => {
  const sources = files.filter((path) => /\.(?:m?ts|mjs)$/.test(path) && !DATA.some((pattern) => pattern.test(path)));
  expect(sources.length).toBeGreaterThan(0);
  const tooLong = sources
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(tooLong).toEqual([]);
});

/** Made of pieces, so that this file does not hold them. */
const PLACES_OF_ONE_MACHINE = new RegExp(
  [
    ['(?<![\\w.])/wo', 'rk/'],
    ['registry', '\\.npmjs\\.org'],
    ['\\.\\./sh', 'ared'],
    ['/ro', 'ot/\\.'],
  ]
    .map((pieces) => pieces.join(''))
    .join('|'),
);

/** The one place that looks for third-party test data beside the project. */
const MAY_LOOK_BESIDE = ['test/support/third-party-corpus.ts'];

test('no file names a place of one machine', () => {
  const found = files
    .filter((path) => !/\.(?:png|jpg|wasm)$/.test(path) && !MAY_LOOK_BESIDE.includes(path))
    .flatMap((path) => {
      const match = PLACES_OF_ONE_MACHINE.exec(read(path));
      return match ? [`${path}: ${match[0]}`] : [];
    });
  expect(found).toEqual([]);
});

test('the lock file installs from any registry: it pins versions and checksums, not addresses', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  expect(installed.length).toBeGreaterThan(0);
  expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});

test('the lock file holds the packages of every system: npm ci refuses one that lacks any', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('devDependencies name exact versions, and nothing is a runtime dependency: bundles hold all they need', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  expect(manifest['dependencies']).toBeUndefined();
  const loose = Object.entries(manifest['devDependencies'] ?? {}).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

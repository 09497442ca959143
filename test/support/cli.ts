import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { ROOT } from './project-files.ts';

/** The command as users get it. */
export const CLI = join(ROOT, 'dist/cli.js');

export interface CliResult {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bridgewise` as a process of its own. */
export function runCli(
  given: readonly string[],
  options: { readonly cwd?: string; readonly input?: string | Uint8Array; readonly env?: Record<string, string> } = {},
): CliResult {
  if (!existsSync(CLI)) throw new Error(`${CLI} is not there: npm run build makes it`);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...given], {
    cwd: options.cwd,
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { exit: status, stdout, stderr };
}

/** A folder with these files, by their paths in it; removed when the test is over. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'bridgewise-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface JsonFinding {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly refused: boolean;
  readonly message: string;
  readonly start: JsonPlace;
  readonly end: JsonPlace;
  readonly related: readonly { path: string; message: string; start: JsonPlace; end: JsonPlace }[];
  readonly fixes: readonly {
    title: string;
    safety: string;
    edits: readonly { path: string; start: JsonPlace; end: JsonPlace; text: string }[];
  }[];
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    path: string;
    language: string;
    dialect?: string;
    xenVersion?: string;
    host: string | null;
  }[];
  readonly findings: readonly JsonFinding[];
  readonly errors: readonly { path: string; message: string }[];
}

/** What `check --format json` reports. */
export function checkJson(
  given: readonly string[],
  options: Parameters<typeof runCli>[1] = {},
): { readonly report: JsonReport; readonly exit: number | null; readonly stderr: string } {
  const { exit, stdout, stderr } = runCli(['check', '--format', 'json', ...given], options);
  return { report: JSON.parse(stdout) as JsonReport, exit, stderr };
}

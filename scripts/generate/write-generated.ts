import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is made, and what must stand in it. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Writes the files that are out of date, or with `--check` on the command line names them and sets exit code 1. */
export function writeGenerated(files: readonly Generated[]): void {
  const stale = files.filter(({ path, text }) => textOf(path) !== text);
  if (stale.length === 0) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`out of date: ${stale.map(({ path }) => path).join(', ')}; run: npm run generate\n`);
    process.exitCode = 1;
    return;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`wrote ${path}\n`);
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { ROOT } from './project-files.ts';

/** Where test/oracle/tools/xen is; its README says what each wrapper prints. */
const tools = join(ROOT, 'test/oracle/tools/xen');

/** Where its setup.sh puts Debian's xl and libxlutil. */
const cache =
  process.env['BRIDGEWISE_XEN'] ??
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'bridgewise-oracles/xen');

/** Whether Debian's xl and libxlutil are here, and what drives them is made of the sources as they are now. */
export const HAS_XEN = existsSync(join(cache, 'paths')) && readBuilt() === hashOfSources();

/** The series of Xen whose tools are here, such as `4.17`; `undefined` where there are none. */
export const XEN_SERIES: string | undefined = HAS_XEN
  ? /^xen-utils-(\S+)/.exec(readFileSync(join(cache, 'version'), 'utf8'))?.[1]
  : undefined;

function readBuilt(): string | undefined {
  const stamp = join(cache, 'built');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const name of ['xenstub.c', 'xlu-oracle.c']) hash.update(readFileSync(join(tools, name)));
  return hash.digest('hex');
}

/** A value as libxlutil has it. */
export type XluValue = string | readonly XluValue[];

/** One assignment as libxlutil stored it. */
export interface XluSetting {
  readonly name: string;
  /** Where its value begins. */
  readonly line: number;
  readonly op: '=' | '+=';
  /** With what `+=` was joined to; a list that was joined to another one later is empty. */
  readonly value: XluValue;
}

/** What libxlutil makes of a file. */
export interface XluAnswer {
  /** 0, or an errno: 22 for a file that it refuses. */
  readonly rc: number;
  /** In the file's order, up to the first error. */
  readonly settings: readonly XluSetting[];
  readonly report: string;
}

/** The library killed itself: an assertion. */
export interface XluCrash {
  readonly signal: number;
}

/** What xl says in a dry run; it calls the file `F`. */
export interface DryRun {
  /** 0: accepted. 128 and more: xl crashed. */
  readonly exit: number;
  /** libxl's JSON of the domain. */
  readonly output: string;
  /** Standard error by line, without the one that names the file. */
  readonly messages: readonly string[];
}

/** A language inside strings that `xlu` reads by itself. */
export type XluLanguage = 'disk' | 'rate' | 'pci' | 'bdf' | 'rdm';

/** As many at once; a developer's machine and CI have two cores at least. */
const processes = 2;
/** So many files are named on one command line. */
const batchSize = 500;

const environment = { ...process.env, BRIDGEWISE_XEN: cache };
const runFile = promisify(execFile);

/** Asks libxlutil's parser about many files. A text is written in UTF-8. */
export async function askXlu(texts: readonly (string | Uint8Array)[]): Promise<readonly (XluAnswer | XluCrash)[]> {
  const answers: (XluAnswer | XluCrash)[] = [];
  await inFolders(texts, batchSize, async (folder, first, names) => {
    const { stdout } = await runFile(join(tools, 'xlu'), ['cfg-all', ...names], {
      cwd: folder,
      env: environment,
      maxBuffer: 256 * 1024 * 1024,
    });
    const lines = stdout.trimEnd().split('\n');
    if (lines.length !== names.length)
      throw new Error(`xlu answered ${lines.length} times about ${names.length} files`);
    for (const [index, line] of lines.entries()) answers[first + index] = decodeBytes(JSON.parse(line));
  });
  return answers;
}

/** Asks libxlutil about strings of one of the languages inside strings; one JSON object each. */
export async function askXluSpecs(language: XluLanguage, specs: readonly string[]): Promise<readonly object[]> {
  if (specs.length === 0) return [];
  const { stdout } = await runFile(join(tools, 'xlu'), [language, ...specs], {
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      // The objects are libxl's own JSON, in UTF-8.
      const members = Object.entries(JSON.parse(line) as object);
      return Object.fromEntries(
        members.map(([key, value]) => [key, typeof value === 'string' ? decodeBytes(value) : value]),
      );
    });
}

/** Has xl go through `xl create` for many files, without a domain. The fake host has 16 CPUs and 8 NUMA nodes. */
export async function dryRun(texts: readonly (string | Uint8Array)[]): Promise<readonly DryRun[]> {
  const answers: DryRun[] = [];
  await inFolders(texts, Math.ceil(texts.length / processes), async (folder, first, names) => {
    const child = spawn(join(tools, 'xldry-all'), {
      cwd: folder,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: environment,
    });
    child.stdin.end(names.map((name) => `${name}\n`).join(''));
    const exit = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (exit !== 0) throw new Error(`xldry-all ended with ${exit}`);
    for (const index of names.keys()) answers[first + index] = readDryRun(folder, index + 1);
  });
  return answers;
}

function readDryRun(folder: string, number: number): DryRun {
  const read = (kind: string): string => readFileSync(join(folder, `${number}.${kind}`), 'utf8');
  const messages = read('err')
    // Behind xl's word on an unknown RDM strategy the line does not end.
    .replaceAll(new RegExp(`\\bF${number}\\b|F${number}(?=:)`, 'g'), 'F')
    .split('\n');
  return {
    exit: Number(read('exit')),
    output: read('out'),
    messages: messages.filter((line) => line !== '' && !line.startsWith('Parsing config from ')),
  };
}

/**
 * Writes the texts into temporary folders, so many into each, and hands each folder over; some at a time.
 *
 * @param use takes the folder, the place of its first text among all, and the names of its files
 */
async function inFolders(
  texts: readonly (string | Uint8Array)[],
  size: number,
  use: (folder: string, first: number, names: readonly string[]) => Promise<void>,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(texts.length / Math.max(1, size)) }, (_, index) => index * size);
  const work = async (): Promise<void> => {
    for (let first = starts.shift(); first !== undefined; first = starts.shift()) {
      const folder = mkdtempSync(join(tmpdir(), 'bridgewise-xen-'));
      try {
        const names = texts.slice(first, first + size).map((text, index) => {
          const name = `F${index + 1}`;
          writeFileSync(join(folder, name), text);
          return name;
        });
        await use(folder, first, names);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
}

/** `xlu` prints each byte as a letter; gives the letters that the bytes are in UTF-8. */
function decodeBytes<Value>(value: Value): Value {
  if (typeof value === 'string') return Buffer.from(value, 'latin1').toString('utf8') as Value;
  if (Array.isArray(value)) return value.map(decodeBytes) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decodeBytes(inner)])) as Value;
}

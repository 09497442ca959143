import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './project-files.ts';

/** What is asked of ifquery: the `auto` interfaces of a file, or the options of one interface. */
export interface Question {
  readonly text: string;
  /** `undefined`: `--list`. */
  readonly iface?: string;
}

/** What ifquery answered. */
export interface Answer {
  readonly exit: number;
  /** Standard output. */
  readonly output: string;
  /** Standard error by line; the file itself is called `interfaces` in it. */
  readonly messages: readonly string[];
}

/** One line of ifquery's messages that names a place. */
export interface Diagnostic {
  /** Relative to the folder of the main file, which is `interfaces` itself. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** As many at once; a developer's machine and CI have two cores at least. */
const processes = 2;

/**
 * Asks the real ifquery about many texts.
 *
 * @param sources a folder whose files lie beside each text, for its `source` lines
 */
export async function askIfquery(questions: readonly Question[], sources?: string): Promise<readonly Answer[]> {
  const answers: Answer[] = new Array(questions.length);
  await Promise.all(
    Array.from({ length: processes }, async (_, process) => {
      const own = questions
        .map((question, index) => ({ question, index }))
        .filter(({ index }) => index % processes === process);
      const folder = mkdtempSync(join(tmpdir(), 'bridgewise-ifquery-'));
      try {
        await run(
          folder,
          own.map(({ question }) => question),
          sources,
        );
        for (const [position, { index }] of own.entries()) answers[index] = readAnswer(folder, position + 1);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
  return answers;
}

async function run(folder: string, questions: readonly Question[], sources: string | undefined): Promise<void> {
  if (sources !== undefined) cpSync(sources, folder, { recursive: true });
  const lines = questions.map(({ text, iface }, index) => {
    // Beside the sources, and never taken for one of them by a wildcard.
    writeFileSync(join(folder, `.${index + 1}.interfaces`), text);
    return `./.${index + 1}.interfaces\t${iface ?? '--list'}\n`;
  });
  const child = spawn(join(ROOT, 'test/oracle/tools/ifquery-all'), {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
    // `~` and `$HOME` lead nowhere.
    env: { ...process.env, XDG_CACHE_HOME: cacheHome(), HOME: '/nonexistent' },
  });
  child.stdin.end(lines.join(''));
  const exit = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (exit !== 0) throw new Error(`ifquery-all ended with ${exit}`);
}

/** Where the wrappers look for the real tools, also when HOME says nothing. */
function cacheHome(): string {
  return process.env['XDG_CACHE_HOME'] || join(process.env['HOME'] ?? '', '.cache');
}

function readAnswer(folder: string, number: number): Answer {
  const read = (kind: string): string => readFileSync(join(folder, `${number}.${kind}`), 'utf8');
  const messages = read('err')
    .replaceAll(`.${number}.interfaces`, 'interfaces')
    .replaceAll('./interfaces', 'interfaces');
  return {
    exit: Number(read('exit')),
    output: read('out'),
    messages: messages.split('\n').filter((line) => line !== ''),
  };
}

/** Whether ifupdown takes the file. */
export function isAccepted(answer: Answer): boolean {
  return !answer.messages.some((line) => line.startsWith("ifquery: couldn't read interfaces file"));
}

/** The messages that name a place. */
export function diagnosticsOf({ messages }: Answer): readonly Diagnostic[] {
  return messages.flatMap((line) => {
    const match = /^ifquery: (?:\.\/)?(.+?):(\d+): (.*)$/.exec(line);
    return match === null ? [] : [{ path: match[1] ?? '', line: Number(match[2]), message: match[3] ?? '' }];
  });
}

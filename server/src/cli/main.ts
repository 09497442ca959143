/** The command `bridgewise`. Exit codes: see usage.ts. */
import process from 'node:process';
import { version } from '../../../package.json';
import { nearest } from '../core/index.ts';
import { parseStrictly, readCheckArguments, readPositionals, readTopologyArguments } from './arguments.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { print } from './output.ts';
import { topology } from './topology.ts';
import { help, UsageError } from './usage.ts';

/** What each command does with the arguments behind its name; it gives the exit code. */
const commands: Readonly<Record<string, (given: readonly string[]) => Promise<number>>> = {
  check: (given) => check(readCheckArguments(given)),
  explain: async (given) => {
    print(explain(readPositionals(given)));
    return 0;
  },
  topology: (given) => topology(readTopologyArguments(given)),
  lsp: async (given) => {
    const { values } = parseStrictly(given, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
    if (values.stdio !== true) throw new UsageError('lsp needs --stdio: it speaks on standard input and output.');
    // The server is the larger part of this program, and no check needs it.
    const { startNodeServer } = await import('../node/start.ts');
    startNodeServer(given, __dirname);
    return 0;
  },
};

async function run(given: readonly string[]): Promise<number> {
  const [name, ...rest] = given;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) {
    const end = rest.indexOf('--');
    if (rest.slice(0, end < 0 ? rest.length : end).some((word) => word === '--help' || word === '-h'))
      return show(help);
    return command(rest);
  }
  if (name !== undefined && !name.startsWith('-')) {
    const [near] = nearest(name, Object.keys(commands), 3);
    throw new UsageError(`There is no command ${name}.${near === undefined ? '' : ` Did you mean ${near}?`}`);
  }
  const { values } = parseStrictly(given, {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'V' },
  });
  if (values.help) return show(help);
  if (values.version) return show(`bridgewise ${version}\n`);
  throw new UsageError('A command is missing.');
}

/** Says on one line what went wrong, and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`bridgewise: ${error.message} (bridgewise --help says more)\n`);
    return 2;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`bridgewise: internal error: ${message.replaceAll(/\s+/g, ' ')}\n`);
  return 3;
}

function show(text: string): number {
  print(text);
  return 0;
}

// Who reads our output may stop: `bridgewise check . | head`. A full disk is another matter.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`bridgewise: The output cannot be written: ${error.message}.\n`);
  process.exit(2);
});

run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.exitCode = report(error);
  },
);

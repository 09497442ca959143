import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Language, PartialSettings, Severity, XenVersion } from '../core/index.ts';
import { dialects, isXenVersion, nearest, topologyFormats } from '../core/index.ts';
import type { TopologyOptions } from './topology.ts';
import { UsageError } from './usage.ts';

/** What `bridgewise check` is asked for. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** The least severity that makes the exit code 1. */
  readonly failOn: Severity;
  /** `undefined`: as the project's settings say. */
  readonly dialect: PartialSettings['dialect'];
  /** The series of Xen whose xl is meant; `undefined`: as the project's settings say. */
  readonly xenVersion: XenVersion | undefined;
  /** What the files named by `paths` are taken for; `undefined`: their names and what they say tell. */
  readonly language: Language | undefined;
  /** The name of the file whose content comes on standard input; `undefined`: nothing does. */
  readonly stdinName: string | undefined;
  readonly fix: boolean;
  /** Whether what `.gitignore` files name is passed over in folders. */
  readonly followsIgnoreFiles: boolean;
}

/** From the worst on. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const checkOptions = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'warning' },
  dialect: { type: 'string' },
  'xen-version': { type: 'string' },
  language: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  filename: { type: 'string' },
  fix: { type: 'boolean', default: false },
  'no-ignore': { type: 'boolean', default: false },
} as const;

/** @throws UsageError */
export function readCheckArguments(given: readonly string[]): CheckOptions {
  const { values, positionals } = parseStrictly(given, checkOptions);
  if (values.stdin && positionals.length > 0) throw new UsageError('--stdin checks no PATH: leave one of them out.');
  if (values.stdin && values.filename === undefined) {
    throw new UsageError(
      '--stdin needs --filename NAME: the name tells which language it is and to which host it belongs.',
    );
  }
  if (!values.stdin && values.filename !== undefined) throw new UsageError('--filename goes with --stdin only.');
  if (values.stdin && values.fix) throw new UsageError('--fix changes files; what comes by --stdin is in none.');
  if (!values.stdin && positionals.length === 0) throw new UsageError('check needs at least one PATH.');
  if (positionals.includes('') || values.filename === '') throw new UsageError('The empty text names no file.');
  return {
    paths: positionals,
    format: oneOf('--format', values.format, ['text', 'json']),
    failOn: oneOf('--fail-on', values['fail-on'], severities),
    dialect: readDialect(values.dialect),
    xenVersion: readXenVersion(values['xen-version']),
    language: values.language === undefined ? undefined : oneOf('--language', values.language, ['interfaces', 'xl']),
    stdinName: values.filename,
    fix: values.fix,
    followsIgnoreFiles: !values['no-ignore'],
  };
}

const topologyOptions = {
  format: { type: 'string', default: 'svg' },
  dialect: { type: 'string' },
  'xen-version': { type: 'string' },
} as const;

/** @throws UsageError */
export function readTopologyArguments(given: readonly string[]): TopologyOptions {
  const { values, positionals } = parseStrictly(given, topologyOptions);
  const [path, ...others] = positionals;
  if (path === undefined || path === '' || others.length > 0) {
    throw new UsageError('topology takes one PATH: a file of a dom0, or a folder that holds one.');
  }
  const dialect = readDialect(values.dialect);
  const xenVersion = readXenVersion(values['xen-version']);
  return {
    path,
    format: oneOf('--format', values.format, topologyFormats),
    settings: { ...(dialect && { dialect }), ...(xenVersion && { xenVersion }) },
  };
}

/** @throws UsageError */
export function readPositionals(given: readonly string[]): readonly string[] {
  return parseStrictly(given, {}).positionals;
}

/** node's parseArgs; what it refuses is bad usage. */
export function parseStrictly<Options extends NonNullable<ParseArgsConfig['options']>>(
  given: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [near] = nearest(/'(--[^']+)'/.exec(error.message)?.[1] ?? '', Object.keys(options).map(asOption), 3);
    const [sentence = ''] = error.message.split(/\. To specify|\n/);
    throw new UsageError(`${sentence.replace(/\.?$/, '.')}${near === undefined ? '' : ` Did you mean ${near}?`}`);
  }
}

function readDialect(given: string | undefined): PartialSettings['dialect'] {
  return given === undefined ? undefined : oneOf('--dialect', given, ['auto', ...dialects]);
}

function readXenVersion(given: string | undefined): XenVersion | undefined {
  if (given === undefined || isXenVersion(given)) return given;
  throw new UsageError(`--xen-version takes a series of Xen, such as 4.20; not ${JSON.stringify(given)}.`);
}

function asOption(name: string): string {
  return `--${name}`;
}

function oneOf<const Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}; not ${JSON.stringify(given)}.`);
  return found;
}

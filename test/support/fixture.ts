import type {
  Dialect,
  FileId,
  Finding,
  HostModel,
  HostSettings,
  RuleSettings,
  Severity,
} from '../../server/src/core/index.ts';
import { checkHost, loadHostOf, memoryAccess, memoryFile, rules } from '../../server/src/core/index.ts';

/** A place that a `#  ^^^^ RULE SEVERITY` line below it marks. */
export interface ExpectedFinding {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: Severity;
}

/** Files written as one text: `# file: PATH` begins each, marker lines are taken out. */
export interface Fixture {
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly ExpectedFinding[];
}

export const mainPath = '/etc/network/interfaces';

/** The file of an example in xl's language that names none. */
export const xlPath = '/etc/xen/guest.cfg';

const markerLine = /^#?\s*(\^+|<\^)\s+([a-z0-9-]+)\s+(error|warning|information|hint)\s*$/;

/**
 * Reads a fixture. Without a `# file:` line it is one file, at `firstPath`. A marker points at the columns above its
 * carets; `#` in the first column may itself be the first caret's neighbour, so `<^` marks the
 * whole line above.
 */
export function readFixture(text: string, firstPath = mainPath): Fixture {
  const files: Record<string, string> = {};
  const expected: ExpectedFinding[] = [];
  let path = firstPath;
  let lineStart = 0;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const header = /^# file: (\S+)$/.exec(line);
    if (header?.[1] !== undefined) {
      path = header[1];
      lineStart = 0;
      continue;
    }
    const marker = markerLine.exec(line);
    if (marker !== null) {
      expected.push(expectationOf(marker, line, path, files[path] ?? '', lineStart));
      continue;
    }
    lineStart = (files[path] ?? '').length;
    files[path] = `${files[path] ?? ''}${line}\n`;
  }
  return { files, expected };
}

function expectationOf(
  marker: RegExpExecArray,
  line: string,
  path: string,
  text: string,
  lineStart: number,
): ExpectedFinding {
  const [, carets = '', rule = ''] = marker;
  const severity = marker[3] as Severity;
  const wholeLine = text.slice(lineStart).trimEnd().length;
  const start = carets === '<^' ? lineStart : lineStart + line.indexOf('^');
  const end = carets === '<^' ? lineStart + wholeLine : start + carets.length;
  return { path, start, end, rule, severity };
}

export interface CheckedFixture {
  readonly host: HostModel;
  readonly findings: readonly Finding[];
}

/** The host of files in memory, and what the rules find in it. */
export async function checkFiles(
  files: Readonly<Record<string, string>>,
  settings: { readonly dialect?: HostSettings['dialect']; readonly rules?: RuleSettings; readonly main?: string } = {},
): Promise<CheckedFixture> {
  const host = await loadFiles(files, settings.dialect ?? 'auto', memoryFile(settings.main ?? mainPath));
  return { host, findings: checkHost(host, rules, settings.rules ?? {}) };
}

async function loadFiles(
  files: Readonly<Record<string, string>>,
  dialect: 'auto' | Dialect,
  file: FileId,
): Promise<HostModel> {
  const host = await loadHostOf(memoryAccess(files), file, async () => ({ dialect, management: [] }));
  if (host === undefined) throw new Error(`no host at ${file}`);
  return host;
}

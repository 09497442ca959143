import type { FileAccess, FileId, Finding, HostModel } from '../core/index.ts';
import { baseName, checkHost, folderOf, isBinary, isTemplate, loadHostOf, pathOf, rules } from '../core/index.ts';
import type { FileMessage, Targets } from './find-files.ts';
import { relativePath } from './paths.ts';
import { lineIndexOf, placeAt } from './places.ts';
import type { CheckSettings, SettingsReader } from './settings.ts';

/** What was found in all hosts that the user's paths belong to, or hold. */
export interface Checked {
  readonly hosts: readonly HostModel[];
  /** Each once, in the order of their paths, places and rules. */
  readonly findings: readonly Finding[];
  /** What could not be read. */
  readonly errors: readonly FileMessage[];
  /** Files named by the user that are not ours to check. */
  readonly notes: readonly FileMessage[];
}

interface Collected {
  readonly hosts: Map<FileId, HostModel>;
  readonly findings: Map<string, Finding>;
  readonly errors: Map<FileId, string>;
  readonly notes: Map<FileId, string>;
}

/** Loads and checks the hosts. `access` should remember its answers: many files ask for the same ones. */
export async function checkHosts(access: FileAccess, targets: Targets, settings: SettingsReader): Promise<Checked> {
  const collected: Collected = { hosts: new Map(), findings: new Map(), errors: new Map(), notes: new Map() };
  for (const file of targets.named) {
    if (!isCovered(file, collected)) await takeFile(file, true, access, settings, collected);
  }
  for (const file of [...targets.found].sort(mainFilesFirst)) {
    if (!isCovered(file, collected) && !isLeftOut(file, collected)) {
      await takeFile(file, false, access, settings, collected);
    }
  }
  const errors = [...collected.errors].map(([file, message]) => ({ file, message }));
  return {
    hosts: [...collected.hosts.values()],
    findings: [...collected.findings.values()].sort(compareFindings),
    errors: [...errors, ...settingsErrors(settings)],
    notes: [...collected.notes].map(([file, message]) => ({ file, message })),
  };
}

async function takeFile(
  file: FileId,
  isNamed: boolean,
  access: FileAccess,
  settings: SettingsReader,
  collected: Collected,
): Promise<void> {
  const host = await loadHostOf(access, file, settings.of);
  if (host === undefined) {
    const fault = await faultOf(file, access);
    if (fault !== undefined) collected.errors.set(file, fault);
    else if (isNamed) collected.notes.set(file, await whyNotOurs(file, access));
    return;
  }
  const main = await access.realPath(host.main);
  if (collected.hosts.has(main)) return;
  collected.hosts.set(main, host);
  await takeFindings(host, await settings.of(host.main), collected);
  for (const target of unreadTargets(host)) {
    const fault = await faultOf(target, access);
    if (fault !== undefined) collected.errors.set(target, fault);
  }
}

async function takeFindings(host: HostModel, settings: CheckSettings, collected: Collected): Promise<void> {
  for (const finding of checkHost(host, rules, settings.rules)) {
    const { file, span } = finding.location;
    // A file that two hosts source is checked for both.
    const key = JSON.stringify([file, span.start, span.end, finding.rule, finding.message]);
    if (!collected.findings.has(key)) collected.findings.set(key, finding);
  }
}

function unreadTargets(host: HostModel): readonly FileId[] {
  const read = new Set(host.files.map(({ file }) => file));
  return host.includes.flatMap(({ targets }) => targets).filter((file) => !read.has(file));
}

/** Why a file that is there cannot be checked; `undefined` when nothing is wrong with it as a file. */
async function faultOf(file: FileId, access: FileAccess): Promise<string | undefined> {
  const content = await access.read(file);
  if (content.kind === 'unreadable') return content.reason;
  if (content.kind === 'missing') return 'It cannot be read as a file.';
  return isBinary(content.text) ? 'It is binary: NUL bytes stand on more than one line.' : undefined;
}

async function whyNotOurs(file: FileId, access: FileAccess): Promise<string> {
  const content = await access.read(file);
  if (content.kind === 'text' && isTemplate(content.text)) {
    return 'Not checked: it is a template, of which another program makes an interfaces file.';
  }
  return 'Not checked: neither its name nor its first word tells of an interfaces file. --language interfaces says it is one.';
}

function settingsErrors(settings: SettingsReader): readonly FileMessage[] {
  return settings.files().flatMap(({ file, text, problems }) => {
    if (file === undefined) return [];
    const lines = lineIndexOf(text);
    return problems.map(({ message, span }) => {
      const { line, column } = placeAt(lines, span.start);
      return { file, message: `${line}:${column}: ${message}` };
    });
  });
}

function isCovered(file: FileId, { hosts }: Collected): boolean {
  return [...hosts.values()].some((host) => host.files.some((candidate) => candidate.file === file));
}

/** Whether a file lies in `interfaces.d` beside a main file of which we know all, and that does not read it. */
function isLeftOut(file: FileId, { hosts }: Collected): boolean {
  const folder = folderOf(file);
  return (
    baseName(folder) === 'interfaces.d' &&
    [...hosts.values()].some((host) => !host.incomplete && folderOf(host.main) === folderOf(folder))
  );
}

function mainFilesFirst(a: FileId, b: FileId): number {
  const isMain = (file: FileId): number => (/^interfaces(?:\.new)?$/.test(baseName(file)) ? 0 : 1);
  return isMain(a) - isMain(b) || compareText(pathOf(a), pathOf(b));
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(relativePath(a.location.file), relativePath(b.location.file)) ||
    a.location.span.start - b.location.span.start ||
    compareText(a.rule, b.rule)
  );
}

/** By UTF-16 units, so that the order is the same in every language of the user. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

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
  /** Files that are not ours to check: those that the user named, and templates. */
  readonly notes: readonly FileMessage[];
}

interface Collected {
  /** By the real path of the main file. */
  readonly hosts: Map<FileId, HostModel>;
  /** The files of those hosts. */
  readonly covered: Set<FileId>;
  readonly findings: Map<string, Finding>;
  readonly errors: Map<FileId, string>;
  readonly notes: Map<FileId, string>;
}

/** So many hosts are read at once, for the disk has its waits. */
const hostsAtOnce = 16;

/** Loads and checks the hosts. `access` should remember its answers: many files ask for the same ones. */
export async function checkHosts(access: FileAccess, targets: Targets, settings: SettingsReader): Promise<Checked> {
  const collected: Collected = {
    hosts: new Map(),
    covered: new Set(),
    findings: new Map(),
    errors: new Map(),
    notes: new Map(),
  };
  const take = async (files: readonly FileId[], isNamed: boolean): Promise<void> => {
    for (let from = 0; from < files.length; from += hostsAtOnce) {
      const batch = files.slice(from, from + hostsAtOnce).filter((file) => !collected.covered.has(file));
      const loaded = await Promise.all(batch.map((file) => loadHostOf(access, file, settings.of)));
      for (const [index, file] of batch.entries()) {
        // Meanwhile one before it may have turned out to source it.
        if (collected.covered.has(file)) continue;
        await takeHost(file, loaded[index], isNamed, access, settings, collected);
      }
    }
  };
  await take(targets.named, true);
  const found = [...targets.found].sort((a, b) => compareText(pathOf(a), pathOf(b)));
  await take(found.filter(isMainFile), false);
  const parts = found.filter((file) => !isMainFile(file));
  await take(
    parts.filter((file) => !collected.covered.has(file) && !isLeftOut(file, collected)),
    false,
  );
  const errors = [...collected.errors].map(([file, message]) => ({ file, message }));
  return {
    hosts: [...collected.hosts.values()],
    findings: [...collected.findings.values()].sort(compareFindings),
    errors: [...errors, ...settingsErrors(settings)],
    notes: [...collected.notes].map(([file, message]) => ({ file, message })),
  };
}

/** @param isNamed whether the user named the file outright */
async function takeHost(
  file: FileId,
  host: HostModel | undefined,
  isNamed: boolean,
  access: FileAccess,
  settings: SettingsReader,
  collected: Collected,
): Promise<void> {
  if (host === undefined) {
    const fault = await faultOf(file, access);
    if (fault !== undefined) collected.errors.set(file, fault);
    else if (isNamed || (await isTemplateFile(file, access))) collected.notes.set(file, await whyNotOurs(file, access));
    return;
  }
  const main = await access.realPath(host.main);
  if (collected.hosts.has(main)) return;
  collected.hosts.set(main, host);
  for (const read of host.files) collected.covered.add(read.file);
  takeFindings(host, await settings.of(host.main), collected);
  for (const target of unreadTargets(host)) {
    const fault = await faultOf(target, access);
    if (fault !== undefined) collected.errors.set(target, fault);
  }
}

function takeFindings(host: HostModel, settings: CheckSettings, collected: Collected): void {
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

async function isTemplateFile(file: FileId, access: FileAccess): Promise<boolean> {
  const content = await access.read(file);
  return content.kind === 'text' && isTemplate(content.text);
}

async function whyNotOurs(file: FileId, access: FileAccess): Promise<string> {
  if (await isTemplateFile(file, access)) {
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

/** Whether a file lies in `interfaces.d` beside a main file of which we know all, and that does not read it. */
function isLeftOut(file: FileId, { hosts }: Collected): boolean {
  const folder = folderOf(file);
  return (
    baseName(folder) === 'interfaces.d' &&
    [...hosts.values()].some((host) => !host.incomplete && folderOf(host.main) === folderOf(folder))
  );
}

function isMainFile(file: FileId): boolean {
  return /^interfaces(?:\.new)?$/.test(baseName(file));
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

import { randomInt } from 'node:crypto';
import type { FileAccess, FileId, Finding, RuleSettings, Snapshot } from '../core/index.ts';
import {
  baseName,
  checkSnapshot,
  domainHostRootOf,
  folderOf,
  isBinary,
  isTemplate,
  loadSnapshot,
  mainFileOf,
  rememberTrees,
  rules,
} from '../core/index.ts';
import type { FileMessage, Targets } from './find-files.ts';
import { relativePath } from './paths.ts';
import { lineIndexOf, placeAt } from './places.ts';
import type { CheckSettings, SettingsReader } from './settings.ts';

/** What is judged together: the interfaces files of a host, or a file in xl's language by itself. */
export interface CheckedUnit {
  readonly snapshot: Snapshot;
  /** The folder that is `/` to the host; `undefined`: not known. */
  readonly root: FileId | undefined;
}

/** What was found in all files that the user's paths name or hold, and in those that belong to them. */
export interface Checked {
  readonly units: readonly CheckedUnit[];
  /** Each once, in the order of their paths, places and rules. */
  readonly findings: readonly Finding[];
  /** What could not be read. */
  readonly errors: readonly FileMessage[];
  /** Files that are not ours to check: those that the user named, and templates. */
  readonly notes: readonly FileMessage[];
}

interface Collected {
  /** By the real path of the main file. */
  readonly units: Map<FileId, CheckedUnit>;
  /** The files of those units. */
  readonly covered: Set<FileId>;
  readonly findings: Map<string, Finding>;
  /** What the dom0s that were read say about their domUs' files, so that none is read once for each of them. */
  readonly known: Map<FileId, Snapshot>;
  /** The findings in all files of each dom0. */
  readonly judged: Map<Snapshot['dom0'], readonly Finding[]>;
  readonly errors: Map<FileId, string>;
  readonly notes: Map<FileId, string>;
}

/** So many units are read at once, for the disk has its waits. */
const unitsAtOnce = 16;

/** Loads and checks the files. `access` should remember its answers: many files ask for the same ones. */
export async function checkFiles(access: FileAccess, targets: Targets, settings: SettingsReader): Promise<Checked> {
  const collected: Collected = {
    units: new Map(),
    covered: new Set(),
    findings: new Map(),
    known: new Map(),
    judged: new Map(),
    errors: new Map(),
    notes: new Map(),
  };
  const trees = rememberTrees();
  const load = async (file: FileId): Promise<Snapshot | undefined> =>
    loadSnapshot(access, file, settings.of, trees.parse);
  const take = async (files: readonly FileId[], isNamed: boolean): Promise<void> => {
    for (let from = 0; from < files.length; from += unitsAtOnce) {
      const batch = await untaken(files.slice(from, from + unitsAtOnce), access, collected);
      // Of a file that was named it may have been said that it is in another language.
      const loaded = await Promise.all(
        batch.map((file) => (isNamed ? undefined : collected.known.get(file)) ?? load(file)),
      );
      for (const [index, file] of batch.entries()) {
        // Meanwhile one before it may have turned out to source it.
        if (collected.covered.has(file)) continue;
        await takeUnit(file, loaded[index], isNamed, access, settings, collected);
      }
    }
  };
  await take(targets.named, true);
  await take(targets.found.filter(isMainFile), false);
  const parts = targets.found.filter((file) => !isMainFile(file));
  await take(
    parts.filter((file) => !collected.covered.has(file) && !isLeftOut(file, collected)),
    false,
  );
  const errors = [...collected.errors].map(([file, message]) => ({ file, message }));
  return {
    units: [...collected.units.values()],
    findings: [...collected.findings.values()].sort(compareFindings),
    errors: [...errors, ...settingsErrors(settings)],
    notes: [...collected.notes].map(([file, message]) => ({ file, message })),
  };
}

/** The files that are no part of what was checked already, under whatever name. */
async function untaken(
  files: readonly FileId[],
  access: FileAccess,
  { covered, units }: Collected,
): Promise<readonly FileId[]> {
  const real = await Promise.all(files.map((file) => access.realPath(file)));
  return files.filter((file, index) => !covered.has(file) && !units.has(real[index] ?? file));
}

/** @param isNamed whether the user named the file outright */
async function takeUnit(
  file: FileId,
  snapshot: Snapshot | undefined,
  isNamed: boolean,
  access: FileAccess,
  settings: SettingsReader,
  collected: Collected,
): Promise<void> {
  if (snapshot === undefined) {
    const fault = await faultOf(file, access);
    if (fault !== undefined) collected.errors.set(file, fault);
    else if (isNamed || (await isTemplateFile(file, access))) collected.notes.set(file, await whyNotOurs(file, access));
    return;
  }
  const main = mainFileOf(snapshot);
  const realMain = await access.realPath(main);
  if (collected.units.has(realMain)) return;
  const ownSettings = await settings.of(main);
  collected.units.set(realMain, { snapshot, root: rootOf(snapshot, ownSettings) });
  for (const read of filesOf(snapshot)) collected.covered.add(read.file);
  const { dom0 } = snapshot;
  if (dom0.host !== undefined) {
    for (const { config } of dom0.domUs) collected.known.set(config.file, { language: 'xl', config, dom0 });
  }
  takeFindings(findingsIn(snapshot, ownSettings.rules, collected), collected);
  for (const target of unreadTargets(snapshot)) {
    const fault = await faultOf(target, access);
    if (fault !== undefined) collected.errors.set(target, fault);
  }
}

function rootOf(snapshot: Snapshot, { hosts = [] }: CheckSettings): FileId | undefined {
  return snapshot.language === 'xl' ? domainHostRootOf(snapshot.config.file, hosts) : snapshot.host.root;
}

/** The files that a snapshot was made of. */
export function filesOf(
  snapshot: Snapshot,
): readonly { readonly file: FileId; readonly tree: { readonly text: string } }[] {
  return snapshot.language === 'xl' ? [snapshot.config] : snapshot.host.files;
}

/** The findings in the snapshot's own files. A dom0 is judged once, for all of its files. */
function findingsIn(snapshot: Snapshot, levels: RuleSettings, { judged }: Collected): readonly Finding[] {
  const findings = judged.get(snapshot.dom0) ?? checkSnapshot(snapshot, rules, levels, () => randomInt(256));
  judged.set(snapshot.dom0, findings);
  const own = new Set(filesOf(snapshot).map(({ file }) => file));
  return findings.filter(({ location }) => own.has(location.file));
}

function takeFindings(findings: readonly Finding[], collected: Collected): void {
  for (const finding of findings) {
    const { file, span } = finding.location;
    // A file that two hosts source is checked for both.
    const key = JSON.stringify([file, span.start, span.end, finding.rule, finding.message]);
    if (!collected.findings.has(key)) collected.findings.set(key, finding);
  }
}

function unreadTargets(snapshot: Snapshot): readonly FileId[] {
  if (snapshot.language === 'xl') return [];
  const read = new Set(snapshot.host.files.map(({ file }) => file));
  return snapshot.host.includes.flatMap(({ targets }) => targets).filter((file) => !read.has(file));
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
    return 'Not checked: it is a template, of which another program makes a configuration file.';
  }
  return (
    'Not checked: neither its name nor what it says tells of an interfaces file or of one for xl. ' +
    '--language interfaces or --language xl says which it is.'
  );
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
function isLeftOut(file: FileId, { units }: Collected): boolean {
  const folder = folderOf(file);
  return (
    baseName(folder) === 'interfaces.d' &&
    [...units.values()].some(
      ({ snapshot }) =>
        snapshot.language === 'interfaces' &&
        !snapshot.host.incomplete &&
        folderOf(snapshot.host.main) === folderOf(folder),
    )
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

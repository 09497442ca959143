import { randomInt } from 'node:crypto';
import type { Dialect, FileAccess, FileId, Finding, Snapshot, Unit, XenVersion, XlFileKind } from '../core/index.ts';
import {
  checkSnapshot,
  domainHostRootOf,
  filesIn,
  formUnits,
  isBinary,
  isTemplate,
  loadSnapshot,
  mainFileOf,
  mainFilesFirst,
  rememberTrees,
  rules,
  treeOf,
} from '../core/index.ts';
import type { FileMessage, Targets } from './find-files.ts';
import { relativePath } from './paths.ts';
import { lineIndexOf, placeAt } from './places.ts';
import type { CheckSettings, SettingsReader } from './settings.ts';

/** What was read together: the interfaces files of a host, or one file in xl's language. Of what was made of them no more is kept. */
export interface CheckedUnit {
  readonly files: readonly { readonly file: FileId; readonly text: string }[];
  readonly about: HostFacts | XlFacts;
  /** The folder that is `/` to the host; `undefined`: not known. */
  readonly root: FileId | undefined;
}

interface HostFacts {
  readonly language: 'interfaces';
  readonly main: FileId;
  readonly dialect: Dialect;
  readonly incomplete: boolean;
}

interface XlFacts {
  readonly language: 'xl';
  readonly kind: XlFileKind;
  readonly xenVersion: XenVersion;
}

/** What was found in all files that the user's paths name or hold, and in those that belong to them. */
export interface Checked {
  readonly units: readonly CheckedUnit[];
  /** Each once, in the order of their paths, places and rules. */
  readonly findings: readonly Finding[];
  /** The texts of further files that findings, related places and edits are in. */
  readonly texts: ReadonlyMap<FileId, string>;
  /** What could not be read. */
  readonly errors: readonly FileMessage[];
  /** Files that are not ours to check: those that the user named, and templates. */
  readonly notes: readonly FileMessage[];
}

interface Collected {
  readonly units: CheckedUnit[];
  readonly findings: Map<string, Finding>;
  readonly texts: Map<FileId, string>;
  readonly errors: Map<FileId, string>;
  readonly notes: Map<FileId, string>;
}

/** Loads and checks the files. `access` should remember its answers: many files ask for the same ones. */
export async function checkFiles(access: FileAccess, targets: Targets, settings: SettingsReader): Promise<Checked> {
  const collected: Collected = {
    units: [],
    findings: new Map(),
    texts: new Map(),
    errors: new Map(),
    notes: new Map(),
  };
  const trees = rememberTrees();
  const found = new Set(targets.found);
  const units = formUnits(access.realPath, (file) => found.has(file));
  const take = async (files: readonly FileId[], isNamed: boolean): Promise<void> => {
    // One after the other: several at once save hardly any time, and what was made of them all would be kept longer.
    for (const file of files) {
      const [untaken] = await units.untaken([file]);
      if (untaken === undefined) continue;
      const snapshot = await loadSnapshot(access, file, settings.of, trees.parse);
      if (snapshot === undefined) await tellWhyNot(file, isNamed, access, collected);
      else await takeDom0(snapshot, await units.take(snapshot), access, settings, collected);
      // Else the trees of a whole site would be kept.
      trees.forget();
    }
  };
  await take(targets.named, true);
  for (const files of mainFilesFirst(targets.found))
    await take(
      files.filter((file) => !units.isTaken(file) && !units.isLeftOut(file)),
      false,
    );
  const errors = [...collected.errors].map(([file, message]) => ({ file, message }));
  return {
    units: collected.units,
    findings: [...collected.findings.values()].sort(compareFindings),
    texts: collected.texts,
    errors: [...errors, ...settingsErrors(settings)],
    notes: [...collected.notes].map(([file, message]) => ({ file, message })),
  };
}

/** @param isNamed whether the user named the file outright */
async function tellWhyNot(file: FileId, isNamed: boolean, access: FileAccess, collected: Collected): Promise<void> {
  const fault = await faultOf(file, access);
  if (fault !== undefined) collected.errors.set(file, fault);
  else if (isNamed || (await isTemplateFile(file, access))) collected.notes.set(file, await whyNotOurs(file, access));
}

/** Judges the dom0 of a snapshot once, and takes what is new of it. */
async function takeDom0(
  snapshot: Snapshot,
  units: readonly Unit[],
  access: FileAccess,
  settings: SettingsReader,
  collected: Collected,
): Promise<void> {
  const { rules: levels } = await settings.of(mainFileOf(snapshot));
  const findings = checkSnapshot(snapshot, rules, levels, () => randomInt(256));
  for (const unit of units) await takeUnit(unit.snapshot, findings, access, settings, collected);
}

async function takeUnit(
  snapshot: Snapshot,
  findings: readonly Finding[],
  access: FileAccess,
  settings: SettingsReader,
  collected: Collected,
): Promise<void> {
  const files = filesIn(snapshot).map(({ file, tree: { text } }) => ({ file, text }));
  const root = rootOf(snapshot, await settings.of(mainFileOf(snapshot)));
  collected.units.push({ files, about: factsOf(snapshot), root });
  const own = new Set(files.map(({ file }) => file));
  const ofUnit = findings.filter(({ location }) => own.has(location.file));
  takeFindings(ofUnit, collected);
  for (const file of ofUnit.flatMap(filesNamedBy)) {
    const text = own.has(file) ? undefined : treeOf(snapshot, file)?.text;
    if (text !== undefined) collected.texts.set(file, text);
  }
  for (const target of unreadTargets(snapshot)) {
    const fault = await faultOf(target, access);
    if (fault !== undefined) collected.errors.set(target, fault);
  }
}

function factsOf(snapshot: Snapshot): CheckedUnit['about'] {
  if (snapshot.language === 'xl') {
    const { kind, xenVersion } = snapshot.config;
    return { language: 'xl', kind, xenVersion };
  }
  const { main, dialect, incomplete } = snapshot.host;
  return { language: 'interfaces', main, dialect, incomplete };
}

function rootOf(snapshot: Snapshot, { hosts = [] }: CheckSettings): FileId | undefined {
  return snapshot.language === 'xl' ? domainHostRootOf(snapshot.config.file, hosts) : snapshot.host.root;
}

function takeFindings(findings: readonly Finding[], collected: Collected): void {
  for (const finding of findings) {
    const { file, span } = finding.location;
    // A file that two hosts source is checked for both.
    const key = JSON.stringify([file, span.start, span.end, finding.rule, finding.message]);
    if (!collected.findings.has(key)) collected.findings.set(key, finding);
  }
}

function filesNamedBy({ related, fixes }: Finding): readonly FileId[] {
  return [
    ...related.map(({ location }) => location.file),
    ...fixes.flatMap(({ edits }) => edits.map(({ file }) => file)),
  ];
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

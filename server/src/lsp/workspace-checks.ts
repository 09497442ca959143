import { RAL } from 'vscode-jsonrpc';
import type { Diagnostic, FileEvent } from 'vscode-languageserver-protocol';
import type { FileAccess, FileId, Units } from '../core/index.ts';
import { fileId, filesIn, formUnits, groupBy, mainFilesFirst, mayBeOurs, pathOf } from '../core/index.ts';
import type { Context } from './context.ts';
import { inBackground, logFault } from './guard.ts';
import type { CheckedApart, RestsOn } from './session.ts';
import { restsOn } from './session.ts';
import { toDiagnostic } from './to-proto.ts';

/**
 * The findings in all files of the editor's folders, open or not. One dom0 is checked after the other, and of each only the
 * diagnostics are kept and what they rest on; whatever changes makes those dom0s be checked again that rest on it.
 */
export interface WorkspaceChecks {
  /** Begins, if nobody has yet or the last attempt failed: where findings are not wanted, nothing is done. */
  readonly start: () => void;
  /** The files that are checked, those without a finding too. */
  readonly files: () => Iterable<FileId>;
  readonly isChecked: (file: FileId) => boolean;
  /** `undefined`: they are being found. */
  readonly diagnosticsIn: (file: FileId) => readonly Diagnostic[] | undefined;
  /** Whether nothing is left to do, and all is known. */
  readonly isSettled: () => boolean;
  /** Returns what ends it. */
  readonly onNews: (listener: (news: News) => void) => () => void;
  readonly documentChanged: (file: FileId) => void;
  readonly filesChanged: (changes: readonly FileEvent[]) => void;
  readonly settingsChanged: () => void;
  /** Which documents are open in other languages: nothing is said of them. */
  readonly setForeign: (files: readonly FileId[]) => void;
}

/** What may be another now; no file: nothing is left to do. */
export interface News {
  readonly files: readonly FileId[];
  /** Whether they were documents until now, of which the editor has what was said of the documents. */
  readonly areClosed: boolean;
}

/** What a session is asked for, and what finds the files. */
export interface ChecksSources {
  readonly context: Pick<Context, 'connection' | 'session' | 'profile' | 'pageOf'>;
  /** The files that may be ours, in all folders that are to be checked; of two names of one file the one that counts comes first. */
  readonly findFiles: () => Promise<readonly FileId[]>;
  readonly disk: FileAccess;
  /** The editor's folder that a file lies in. */
  readonly folderOf: (file: FileId) => FileId | undefined;
  /** Settles when what was asked about documents before is answered. */
  readonly answered: () => Promise<unknown>;
}

/** One dom0, or a file that is of none or not ours. */
interface Checked extends RestsOn {
  /** The file that it was found by. */
  readonly origin: FileId;
  /** The keys of its units. */
  readonly units: readonly FileId[];
  /** Of each of its files. */
  readonly diagnostics: ReadonlyMap<FileId, readonly Diagnostic[]>;
  isOutdated: boolean;
}

/** Changes that come within this time, in milliseconds, are looked at together; the documents that are edited are asked about first. */
const gatherFor = 100;

/** All that is known at a moment. */
interface State {
  candidates: ReadonlySet<FileId>;
  /** What the candidates are called, by their real paths: a folder of the editor may be a link. */
  names: ReadonlyMap<FileId, FileId>;
  /** The candidates that are there under other names, too. */
  severalNamed: ReadonlySet<FileId>;
  /** The candidates in the order in which they make units. */
  order: readonly FileId[];
  isSearchWanted: boolean;
  /** By their origins. */
  readonly checked: Map<FileId, Checked>;
  readonly byFile: Map<FileId, Set<Checked>>;
  readonly units: Units;
  /** What changed since the last check began, in that it makes outdated. */
  readonly changed: ((places: RestsOn) => boolean)[];
  foreign: ReadonlySet<FileId>;
  /** Documents that were closed, or began or ceased to be foreign, since the last run. */
  readonly closed: Set<FileId>;
  /** Files of dom0s that were given up, as long as they are in no other and nobody was told. */
  readonly lost: Set<FileId>;
}

export function workspaceChecks(sources: ChecksSources): WorkspaceChecks {
  const { session } = sources.context;
  const state = emptyState(sources);
  const { tell, onNews } = newsTeller();
  const runs = runsOf(state, sources, tell);
  const outdate = (isOf: (places: RestsOn) => boolean): void => {
    // Nobody would ever empty the list.
    if (!runs.areWanted()) return;
    for (const one of state.checked.values()) one.isOutdated ||= isOf(one);
    state.changed.push(isOf);
    runs.schedule();
  };
  const setForeign = (files: readonly FileId[]): void => {
    const [before, now] = [state.foreign, new Set(files)];
    const changed = [...before, ...now].filter((file) => before.has(file) !== now.has(file));
    state.foreign = now;
    for (const file of changed) if (state.byFile.has(file)) state.closed.add(file);
    if (state.closed.size > 0) runs.schedule();
  };
  const lookAtFolder = async (folder: FileId): Promise<void> => {
    if (state.isSearchWanted || (await sources.disk.list(folder)) === undefined) return;
    state.isSearchWanted = true;
    runs.schedule();
  };
  return {
    start: runs.start,
    files: () => state.byFile.keys(),
    isChecked: (file) => state.byFile.has(file),
    diagnosticsIn: (file) => diagnosticsIn(state, file),
    isSettled: runs.areDone,
    onNews,
    documentChanged: (file) => {
      if (runs.areWanted() && session.documents.get(file) === undefined) state.closed.add(file);
      outdate(({ reads }) => reads.has(file));
    },
    filesChanged: (changes) => {
      for (const { uri, type } of changes) {
        const file = fileId(uri);
        if (type === fileCreated && mayBeOurs(pathOf(file))) state.isSearchWanted = true;
        else if (type === fileCreated && mayBeFolder(file, sources.folderOf(file))) void lookAtFolder(file);
        if (type === fileDeleted) forgetBelow(state, file);
        outdate((places) => restsOn(places, file, type !== contentChanged));
      }
    },
    settingsChanged: () => {
      state.isSearchWanted = true;
      outdate(() => true);
    },
    setForeign,
  };
}

type Tell = (files: readonly FileId[], areClosed?: boolean) => void;

/** When the checks are done. */
interface Runs {
  readonly start: () => void;
  readonly areWanted: () => boolean;
  readonly areDone: () => boolean;
  /** Has what changed looked at a little later. */
  readonly schedule: () => void;
}

function runsOf(state: State, sources: ChecksSources, tell: Tell): Runs {
  const { connection, session } = sources.context;
  let phase: 'unwanted' | 'idle' | 'waiting' | 'running' | 'failed' = 'unwanted';
  const end = (next: 'idle' | 'failed'): void => {
    if (phase === 'running') phase = next;
  };
  const run = inBackground(connection, 'Checking the folders', async () => {
    phase = 'running';
    await sources.answered();
    const closed = [...state.closed].filter((file) => session.documents.get(file) === undefined);
    state.closed.clear();
    try {
      await checkAll(state, sources, tell);
    } catch (error) {
      // Nobody knows what is in them; whatever happens next makes another attempt.
      for (const file of closed) state.closed.add(file);
      end('failed');
      throw error;
    }
    if (closed.length > 0) tell(closed, true);
    end('idle');
    tell([]);
  });
  const schedule = (): void => {
    if (phase === 'unwanted' || phase === 'waiting') return;
    phase = 'waiting';
    RAL().timer.setTimeout(run, gatherFor);
  };
  return {
    start: () => {
      if (phase === 'unwanted') phase = 'idle';
      else if (phase !== 'failed') return;
      schedule();
    },
    areWanted: () => phase !== 'unwanted',
    areDone: () => phase === 'idle',
    schedule,
  };
}

function newsTeller(): Pick<WorkspaceChecks, 'onNews'> & { readonly tell: Tell } {
  const listeners = new Set<(news: News) => void>();
  return {
    tell: (files, areClosed = false) => {
      for (const listener of [...listeners]) listener({ files, areClosed });
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function emptyState({ disk }: ChecksSources): State {
  const state: State = {
    candidates: new Set(),
    names: new Map(),
    severalNamed: new Set(),
    order: [],
    isSearchWanted: true,
    checked: new Map(),
    byFile: new Map(),
    units: formUnits(disk.realPath, (file) => state.candidates.has(file) || state.names.has(file)),
    changed: [],
    foreign: new Set(),
    closed: new Set(),
    lost: new Set(),
  };
  return state;
}

function setCandidates(state: State, names: State['names']): void {
  const files = [...names.values()];
  state.names = names;
  state.candidates = new Set(files);
  state.order = mainFilesFirst(files).flat();
}

/** FileChangeType */
const fileCreated = 1;
const contentChanged = 2;
const fileDeleted = 3;

/**
 * Whether a new entry may be a folder with files in it that nobody tells of, as when one is moved here: hidden ones, and what lies
 * outside the editor's folders, are not searched.
 */
function mayBeFolder(file: FileId, folder: FileId | undefined): boolean {
  if (folder === undefined) return false;
  return !/\/\.|\/node_modules(?:\/|$)/.test(pathOf(file).slice(pathOf(folder).replace(/\/$/, '').length));
}

function forgetBelow(state: State, gone: FileId): void {
  const isGone = (file: FileId): boolean => file === gone || file.startsWith(`${gone}/`);
  if (!state.order.some(isGone)) return;
  // The file may still be there under another name.
  if (state.order.some((name) => isGone(name) && state.severalNamed.has(name))) state.isSearchWanted = true;
  setCandidates(state, new Map([...state.names].filter(([, name]) => !isGone(name))));
}

function diagnosticsIn({ byFile, foreign }: State, file: FileId): readonly Diagnostic[] | undefined {
  if (foreign.has(file)) return [];
  const all = [...(byFile.get(file) ?? [])];
  if (all.some(({ isOutdated }) => isOutdated)) return undefined;
  const found = all.flatMap(({ diagnostics }) => diagnostics.get(file) ?? []);
  // A file that two hosts source is judged for both.
  return all.length < 2
    ? found
    : [...groupBy(found, (one) => JSON.stringify(one)).values()].flatMap(([first]) => first ?? []);
}

/** Checks what is new or outdated, and tells of the files of each dom0 as soon as it is done. */
async function checkAll(state: State, sources: ChecksSources, tell: (files: readonly FileId[]) => void): Promise<void> {
  state.changed.length = 0;
  if (state.isSearchWanted) await search(state, sources);
  const { lost } = state;
  const shared = new Set<FileId>();
  for (;;) {
    for (const one of state.checked.values()) {
      if (!one.isOutdated && state.candidates.has(one.origin)) continue;
      const { documents } = sources.context.session;
      if ([...one.diagnostics.keys()].some((file) => documents.get(file) !== undefined)) shared.add(one.origin);
      giveBack(state, one);
      for (const file of one.diagnostics.keys()) lost.add(file);
    }
    const origin = await nextUnchecked(state);
    if (origin === undefined) break;
    const one = await check(state, sources, origin, shared.has(origin));
    for (const file of one.diagnostics.keys()) lost.delete(file);
    if (!one.isOutdated) tell([...one.diagnostics.keys()]);
  }
  if (lost.size > 0) tell([...lost]);
  lost.clear();
}

async function search(state: State, { findFiles, disk }: ChecksSources): Promise<void> {
  // It may be wanted again before it is done.
  state.isSearchWanted = false;
  try {
    const { names, severalNamed } = await eachOnce(await findFiles(), disk);
    setCandidates(state, names);
    state.severalNamed = severalNamed;
  } catch (error) {
    state.isSearchWanted = true;
    throw error;
  }
}

/** Each file once, the first of its names by its real path. */
async function eachOnce(
  files: readonly FileId[],
  { realPath }: FileAccess,
): Promise<Pick<State, 'names' | 'severalNamed'>> {
  const real = await Promise.all(files.map(realPath));
  const names = new Map<FileId, FileId>();
  const severalNamed = new Set<FileId>();
  for (const [index, file] of files.entries()) {
    const key = real[index] ?? file;
    const first = names.get(key);
    if (first === undefined) names.set(key, file);
    else severalNamed.add(first);
  }
  return { names, severalNamed };
}

async function nextUnchecked({ order, checked, units }: State): Promise<FileId | undefined> {
  for (const file of order) {
    if (checked.has(file) || units.isTaken(file) || units.isLeftOut(file)) continue;
    if ((await units.untaken([file])).length > 0) return file;
  }
  return undefined;
}

async function check(state: State, { context }: ChecksSources, origin: FileId, isShared: boolean): Promise<Checked> {
  state.changed.length = 0;
  const checked = await context.session.checkApart(origin, isShared).catch((error: unknown): CheckedApart => {
    logFault(context.connection, `Checking ${origin}`, error);
    return { snapshot: undefined, findings: [], reads: new Set([origin]), lists: new Set() };
  });
  const taken = checked.snapshot === undefined ? [] : await state.units.take(checked.snapshot);
  const files = new Map(
    taken.flatMap(({ snapshot }) =>
      filesIn(snapshot).map(({ file }) => [state.names.get(file) ?? file, file] as const),
    ),
  );
  const { reads, lists } = checked;
  const one: Checked = {
    origin,
    units: taken.map(({ key }) => key),
    diagnostics: diagnosticsOf(context, checked, files),
    reads,
    lists,
    isOutdated: state.changed.some((isOf) => isOf(checked)),
  };
  state.checked.set(origin, one);
  for (const file of one.diagnostics.keys()) state.byFile.set(file, (state.byFile.get(file) ?? new Set()).add(one));
  return one;
}

/** @param files by what they are called */
function diagnosticsOf(
  context: ChecksSources['context'],
  { snapshot, findings }: CheckedApart,
  files: ReadonlyMap<FileId, FileId>,
): Checked['diagnostics'] {
  if (snapshot === undefined) return new Map();
  const byFile = groupBy(findings, ({ location }) => location.file);
  return new Map(
    [...files].map(([name, file]) => [
      name,
      (byFile.get(file) ?? []).map((finding) => toDiagnostic(context, snapshot, finding)),
    ]),
  );
}

function giveBack(state: State, one: Checked): void {
  for (const key of one.units) state.units.giveBack(key);
  for (const file of one.diagnostics.keys()) {
    const owners = state.byFile.get(file);
    owners?.delete(one);
    if (owners?.size === 0) state.byFile.delete(file);
  }
  state.checked.delete(one.origin);
}

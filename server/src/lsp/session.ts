import type {
  FileAccess,
  FileContent,
  FileId,
  Finding,
  LoadSettings,
  ParseText,
  RandomByte,
  RuleSettings,
  Snapshot,
} from '../core/index.ts';
import {
  checkSnapshot,
  folderOf,
  isInterfacesPath,
  isOurs,
  loadProjectSettings,
  loadSnapshot,
  looksLikeInterfaces,
  mainFileOf,
  mergeSettings,
  overlayContents,
  pathOf,
  rememberAnswers,
  rememberTrees,
  rules,
  treeOf,
} from '../core/index.ts';
import { languageOfId } from './messages.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { EditorSettings } from './settings.ts';

/**
 * All that the server knows: the open documents, and what was computed from them and from the files beside them. Every
 * answer is computed from a snapshot; whatever is kept here only saves doing it again.
 */
export interface Session {
  readonly documents: OpenDocuments;
  /** The host of a file at this moment; `undefined` for a file that is not ours. */
  readonly snapshotOf: (file: FileId) => Promise<Snapshot | undefined>;
  /** The findings about a host that {@link snapshotOf} gave. */
  readonly findingsIn: (snapshot: Snapshot) => readonly Finding[];
  /**
   * The findings about the dom0 of a file that need not be open, if it is ours at all. Nothing of it stays here.
   *
   * @param isShared whether some of the dom0's files are open, so that its trees are worth keeping while they are
   */
  readonly checkApart: (file: FileId, isShared: boolean) => Promise<CheckedApart>;
  /** The findings that the host of a file would have, were the texts of some files these. */
  readonly findingsWith: (file: FileId, texts: ReadonlyMap<FileId, string>) => Promise<readonly Finding[]>;
  /** The open documents, besides the file itself, whose host was made of this file too when it was last looked at. */
  readonly dependentsOf: (file: FileId) => readonly FileId[];
  /**
   * Whether the host of an open document was made of this file or, where the file is new or gone, of its folder's entries or,
   * where it is a folder, of what is in it.
   */
  readonly restsOn: (file: FileId, cameOrWent: boolean) => boolean;
  /** An open document has another text, is new, or is gone. */
  readonly documentChanged: (file: FileId) => void;
  /** Settings may have changed, or files on the disk that {@link restsOn} says to matter. */
  readonly forget: () => void;
  /** Files on the disk that matter to no open document may have changed. */
  readonly forgetDisk: () => void;
}

/** What is known of the dom0 of a file, and of what. */
export interface CheckedApart extends RestsOn {
  /** `undefined`: the file is not ours. */
  readonly snapshot: Snapshot | undefined;
  readonly findings: readonly Finding[];
}

/** The places that an answer was made of. */
export interface RestsOn {
  /** Files, those included that are not there. */
  readonly reads: { readonly has: (file: FileId) => boolean; readonly keys: () => Iterable<FileId> };
  /** Folders whose entries were listed. */
  readonly lists: ReadonlySet<FileId>;
}

/** Whether something rests on a file or, where this is new or gone, on its folder's entries or on what is in it. */
export function restsOn({ reads, lists }: RestsOn, file: FileId, cameOrWent: boolean): boolean {
  if (reads.has(file)) return true;
  if (!cameOrWent) return false;
  const inside = `${file}/`;
  return lists.has(folderOf(file)) || [...reads.keys()].some((read) => read.startsWith(inside));
}

/** A text that is longer gets no analysis: no host has such a file, and the editor would stall. */
const lengthLimit = 5_000_000;

/** The hosts of so many files are kept that are asked about but not open, as by a view of the topology. */
const mostUnopened = 8;

/** Where a session gets what it knows. */
export interface Sources {
  readonly documents: OpenDocuments;
  readonly disk: FileAccess;
  readonly settings: EditorSettings;
  readonly randomByte: RandomByte;
  /** Told of each file, and of each folder whose entries, an answer rests on, so that they can be watched. */
  readonly onLook: (place: LookedAt) => void;
}

/** `file`: a file that was read, or was not there. `folder`: a folder whose entries were listed. */
export interface LookedAt {
  readonly kind: 'file' | 'folder';
  readonly place: FileId;
}

interface Loaded {
  readonly snapshot: Snapshot | undefined;
  readonly findings: () => readonly Finding[];
}

interface CacheEntry {
  readonly loaded: Promise<Loaded>;
  /** The files that were read, by the revision that they had. */
  readonly reads: ReadonlyMap<FileId, number>;
  readonly lists: ReadonlySet<FileId>;
  readonly generation: number;
}

export function openSession(sources: Sources): Session {
  const { documents } = sources;
  const disk = rememberAnswers(sources.disk);
  const revisions = new Map<FileId, number>();
  const hosts = new Map<FileId, CacheEntry>();
  const findingsOf = new WeakMap<Snapshot, () => readonly Finding[]>();
  const parser = rememberTrees();
  let generation = 0;

  const revisionOf = (file: FileId): number => revisions.get(file) ?? 0;
  const record = (from: FileAccess) => recorded(withDocuments(documents, from), revisionOf, sources.onLook);
  const loadWatched = (file: FileId): CacheEntry => {
    const { access, reads, lists } = record(disk);
    return { loaded: load(file, access, sources, parser.parse), reads, lists, generation };
  };
  const isFresh = (entry: CacheEntry): boolean =>
    entry.generation === generation && [...entry.reads].every(([file, revision]) => revision === revisionOf(file));
  const release = (): void => {
    const places = placesOf(hosts, documents);
    disk.keepOnly((place) => places.has(place));
    parser.keepOnly((file) => places.has(file));
  };
  const entryFor = entryKeeper(hosts, loadWatched, isFresh, (file) => {
    if (documents.get(file) === undefined) release();
  });
  const forget = (): void => {
    disk.forget();
    generation += 1;
  };
  const documentChanged = (file: FileId): void => {
    revisions.set(file, revisionOf(file) + 1);
    if (documents.get(file) === undefined) {
      hosts.delete(file);
      // It may have been saved while it was open, when nobody asked what the disk has.
      disk.keepOnly((place) => place !== file);
      release();
    }
    if (documents.files().length > 0) return;
    // Nobody looks any more: the memory is given back, and the disk is read anew the next time.
    hosts.clear();
    parser.forget();
    forget();
  };

  return {
    documents,
    snapshotOf: async (file) => {
      const { snapshot, findings } = await entryFor(file).loaded;
      if (snapshot !== undefined) findingsOf.set(snapshot, findings);
      return snapshot;
    },
    findingsIn: (snapshot) => findingsOf.get(snapshot)?.() ?? [],
    checkApart: async (file, isShared) => {
      const open = await openHostOf(file, hosts, documents, entryFor);
      if (open !== undefined) return open;
      const { access, reads, lists } = record(isShared ? disk : rememberAnswers(sources.disk));
      if (!(await isOurs(file, access))) return { snapshot: undefined, findings: [], reads, lists };
      const parse = isShared ? parser.parse : rememberTrees().parse;
      const { snapshot, findings } = await load(file, access, sources, parse);
      return { snapshot, findings: findings(), reads, lists };
    },
    findingsWith: async (file, texts) => {
      const access = overlayContents(withDocuments(documents, disk), (of) => contentOf(texts.get(of)));
      return (await load(file, access, sources, undefined)).findings();
    },
    dependentsOf: (file) =>
      documents.files().filter((other) => other !== file && hosts.get(other)?.reads.has(file) === true),
    restsOn: (file, cameOrWent) => [...hosts.values()].some((entry) => restsOn(entry, file, cameOrWent)),
    documentChanged,
    forget,
    forgetDisk: disk.forget,
  };
}

/** Drops the hosts that were looked at longest ago of files that are not open; gives the places that the others were made of. */
function placesOf(hosts: Map<FileId, CacheEntry>, documents: OpenDocuments): ReadonlySet<FileId> {
  const unopened = [...hosts.keys()].filter((file) => documents.get(file) === undefined);
  for (const file of unopened.slice(0, -mostUnopened)) hosts.delete(file);
  return new Set([...hosts.values()].flatMap(({ reads, lists }) => [...reads.keys(), ...lists]));
}

/** Gives the host of a file, loaded anew where it is not fresh. */
function entryKeeper(
  hosts: Map<FileId, CacheEntry>,
  loadEntry: (file: FileId) => CacheEntry,
  isFresh: (entry: CacheEntry) => boolean,
  onNew: (file: FileId) => void,
): (file: FileId) => CacheEntry {
  const keep = (file: FileId, entry: CacheEntry): CacheEntry => {
    // Those looked at last come last.
    hosts.delete(file);
    hosts.set(file, entry);
    return entry;
  };
  return (file) => {
    const known = hosts.get(file);
    if (known !== undefined && isFresh(known)) return keep(file, known);
    const entry = keep(file, loadEntry(file));
    entry.loaded.catch(() => {
      if (hosts.get(file) === entry) hosts.delete(file);
    });
    onNew(file);
    return entry;
  };
}

async function load(file: FileId, access: FileAccess, sources: Sources, parse: ParseText | undefined): Promise<Loaded> {
  const { documents, settings } = sources;
  const settingsOf = (of: FileId) => projectOrEditorSettings(of, access, settings);
  const chosenLanguage = (of: FileId) => languageOfId(documents.get(of)?.languageId);
  const snapshot = await loadSnapshot(
    access,
    file,
    async (of) => ({ ...(await settingsOf(of)), language: chosenLanguage(of) }),
    parse,
  );
  if (snapshot === undefined) return { snapshot, findings: () => [] };
  const { rules: levels } = await settingsOf(mainFileOf(snapshot));
  let findings: readonly Finding[] | undefined;
  return {
    snapshot,
    findings: () => {
      findings ??= check(snapshot, levels, sources.randomByte);
      return findings;
    },
  };
}

function check(snapshot: Snapshot, levels: RuleSettings, randomByte: RandomByte): readonly Finding[] {
  return isJudged(snapshot) ? checkSnapshot(snapshot, rules, levels, randomByte) : [];
}

/** Whoever says that another text is in ifupdown's language gets its features, but no judgement. */
export function isJudged(snapshot: Snapshot): boolean {
  if (snapshot.language === 'xl') return true;
  const { main } = snapshot.host;
  const text = treeOf(snapshot, main)?.text ?? '';
  return isInterfacesPath(pathOf(main)) || text.trim() === '' || looksLikeInterfaces(text);
}

/** What the editor's settings say, and where they are silent, the project's. */
async function projectOrEditorSettings(
  file: FileId,
  access: FileAccess,
  settings: EditorSettings,
): Promise<LoadSettings & { readonly rules: RuleSettings }> {
  const editor = await settings.of(file);
  const ruleNames = rules.map(({ name }) => name);
  // A document that is nowhere has no project around it.
  const project = pathOf(file).startsWith('/') ? (await loadProjectSettings(access, file, ruleNames)).settings : {};
  const merged = mergeSettings(editor, project);
  const { dialect = 'auto', management = [], hosts, xenVersion, rules: levels = {} } = merged;
  return { dialect, management, hosts, xenVersion, rules: levels };
}

/** The texts of open documents, and the disk for all else. */
function withDocuments(documents: OpenDocuments, disk: FileAccess): FileAccess {
  return overlayContents(disk, (file) => contentOf(documents.get(file)?.getText()));
}

/** The same access, which writes down what is looked at, with the revisions of files. */
function recorded(access: FileAccess, revisionOf: (file: FileId) => number, onLook: Sources['onLook']) {
  const reads = new Map<FileId, number>();
  const lists = new Set<FileId>();
  const write = ({ kind, place }: LookedAt): void => {
    if (kind === 'file') reads.set(place, revisionOf(place));
    else lists.add(place);
    onLook({ kind, place });
  };
  return { access: watched(access, write), reads, lists };
}

/** The host of a main file, where it is looked at already as one of its interfaces files is open. */
async function openHostOf(
  main: FileId,
  hosts: ReadonlyMap<FileId, CacheEntry>,
  documents: OpenDocuments,
  entryFor: (file: FileId) => CacheEntry,
): Promise<CheckedApart | undefined> {
  const isIt = ({ snapshot }: Loaded): boolean => snapshot?.language === 'interfaces' && snapshot.host.main === main;
  for (const [file, before] of [...hosts]) {
    if (documents.get(file) === undefined || !isIt(await before.loaded)) continue;
    const entry = entryFor(file);
    const loaded = await entry.loaded;
    if (isIt(loaded)) return { ...loaded, findings: loaded.findings(), reads: entry.reads, lists: entry.lists };
  }
  return undefined;
}

/** The same access, which tells what is looked at before it is. */
function watched(access: FileAccess, onLook: Sources['onLook']): FileAccess {
  return {
    ...access,
    read: (file) => {
      onLook({ kind: 'file', place: file });
      return access.read(file);
    },
    list: (folder) => {
      onLook({ kind: 'folder', place: folder });
      return access.list(folder);
    },
  };
}

function contentOf(text: string | undefined): FileContent | undefined {
  if (text === undefined) return undefined;
  return text.length <= lengthLimit
    ? { kind: 'text', text }
    : { kind: 'unreadable', reason: 'It is larger than 5 MB.' };
}

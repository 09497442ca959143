import type { FileAccess, FileContent, FileId, Finding, HostModel, Snapshot } from '../core/index.ts';
import { checkHost, isInterfacesText, loadHostOf, parseInterfaces, rememberAnswers, rules } from '../core/index.ts';
import { languageId } from './messages.ts';
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
  /** The findings about the host of a file; empty for a file that is not ours. */
  readonly findingsOf: (file: FileId) => Promise<readonly Finding[]>;
  /** The files whose host was made of this one too, when it was last looked at. */
  readonly dependentsOf: (file: FileId) => readonly FileId[];
  /** An open document has another text, is new, or is gone. */
  readonly documentChanged: (file: FileId) => void;
  /** Files on the disk or settings may have changed. */
  readonly forget: () => void;
}

/** A text of this length and more gets no analysis: no host has such a file, and the editor would stall. */
export const lengthLimit = 5_000_000;

interface LoadedHost {
  readonly host: HostModel | undefined;
  readonly findings: () => readonly Finding[];
}

interface CacheEntry {
  readonly loaded: Promise<LoadedHost>;
  /** The files that were read, by the revision that they had. */
  readonly reads: ReadonlyMap<FileId, number>;
  readonly generation: number;
}

export function openSession(documents: OpenDocuments, disk: FileAccess, settings: EditorSettings): Session {
  const remembered = rememberAnswers(disk);
  const revisions = new Map<FileId, number>();
  const hosts = new Map<FileId, CacheEntry>();
  const parse = rememberTrees();
  let generation = 0;

  const revisionOf = (file: FileId): number => revisions.get(file) ?? 0;
  const load = (file: FileId): CacheEntry => {
    const reads = new Map<FileId, number>();
    const access = overlay(documents, remembered, (read) => reads.set(read, revisionOf(read)));
    return { loaded: loadHost(file, access, documents, settings, parse), reads, generation };
  };
  const isFresh = (entry: CacheEntry): boolean =>
    entry.generation === generation && [...entry.reads].every(([file, revision]) => revision === revisionOf(file));
  const hostOf = (file: FileId): Promise<LoadedHost> => {
    const known = hosts.get(file);
    if (known !== undefined && isFresh(known)) return known.loaded;
    const entry = load(file);
    hosts.set(file, entry);
    return entry.loaded;
  };
  const forget = (): void => {
    remembered.forget();
    generation += 1;
  };

  return {
    documents,
    snapshotOf: async (file) => {
      const { host } = await hostOf(file);
      return host && { host };
    },
    findingsOf: async (file) => (await hostOf(file)).findings(),
    dependentsOf: (file) =>
      [...hosts].flatMap(([other, { reads }]) => (other !== file && reads.has(file) ? [other] : [])),
    documentChanged: (file) => {
      revisions.set(file, revisionOf(file) + 1);
      if (documents.get(file) === undefined) hosts.delete(file);
      // Nobody looks any more: the memory is given back, and the disk is read anew.
      if (documents.files().length === 0) {
        hosts.clear();
        parse.forget();
        forget();
      }
    },
    forget,
  };
}

async function loadHost(
  file: FileId,
  access: FileAccess,
  documents: OpenDocuments,
  settings: EditorSettings,
  parse: ReturnType<typeof rememberTrees>,
): Promise<LoadedHost> {
  const host = await loadHostOf(
    access,
    file,
    async (of) => ({
      ...(await settings.of(of)),
      language: documents.get(of)?.languageId === languageId ? ('interfaces' as const) : undefined,
    }),
    parse.parse,
  );
  if (host === undefined) return { host, findings: () => [] };
  const { rules: levels } = await settings.of(host.main);
  let findings: readonly Finding[] | undefined;
  return {
    host,
    findings: () => {
      findings ??= checkHost(host, rules, levels).filter(({ location }) => isOurs(host, location.file));
      return findings;
    },
  };
}

/** The user may call anything a file of this language: of words that are not, nothing is said. */
function isOurs(host: HostModel, file: FileId): boolean {
  const text = host.files.find((candidate) => candidate.file === file)?.tree.text;
  return file !== host.main || (text !== undefined && isInterfacesText(file, text));
}

/** The texts of open documents, and the disk for all else. `onRead` is told what is read, before it is. */
function overlay(documents: OpenDocuments, disk: FileAccess, onRead: (file: FileId) => void): FileAccess {
  return {
    ...disk,
    read: (file) => {
      onRead(file);
      const document = documents.get(file);
      return document === undefined ? disk.read(file) : Promise.resolve(contentOf(document.getText()));
    },
  };
}

function contentOf(text: string): FileContent {
  if (text.length < lengthLimit) return { kind: 'text', text };
  return { kind: 'unreadable', reason: 'It is too large.' };
}

function rememberTrees() {
  type Tree = ReturnType<typeof parseInterfaces>;
  const trees = new Map<FileId, Tree>();
  return {
    parse: (file: FileId, text: string): Tree => {
      const known = trees.get(file);
      if (known?.text === text) return known;
      const tree = parseInterfaces(text);
      trees.set(file, tree);
      return tree;
    },
    forget: () => trees.clear(),
  };
}

import type { Diagnostic, FileEvent } from 'vscode-languageserver-protocol';
import type { FileAccess, FileId } from '../../core/index.ts';
import { fileId, formUnits, mayBeOurs, pathOf } from '../../core/index.ts';
import type { RestsOn } from '../session.ts';
import { restsOn } from '../session.ts';
import { candidatesOf } from './candidates.ts';
import { noCheckedDom0s } from './checked-dom0s.ts';
import { runsOf } from './runs.ts';
import type { ScanContext } from './scan.ts';
import { scanner } from './scan.ts';

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
  readonly context: ScanContext;
  /** The files that may be ours, in all folders that are to be checked; of two names of one file the one that counts comes first. */
  readonly findFiles: () => Promise<readonly FileId[]>;
  readonly disk: FileAccess;
  /** The editor's folder that a file lies in. */
  readonly folderOf: (file: FileId) => FileId | undefined;
  /** Settles when what was asked about documents before is answered. */
  readonly answered: () => Promise<unknown>;
}

/** FileChangeType */
const fileCreated = 1;
const contentChanged = 2;
const fileDeleted = 3;

export function workspaceChecks({ context, findFiles, disk, folderOf, answered }: ChecksSources): WorkspaceChecks {
  const isOpen = (file: FileId): boolean => context.session.documents.get(file) !== undefined;
  const candidates = candidatesOf(findFiles, disk);
  const dom0s = noCheckedDom0s();
  const { tell, onNews } = newsTeller();
  const scan = scanner({ candidates, dom0s, units: formUnits(disk.realPath, candidates.isFound) }, context, tell);
  let foreign: ReadonlySet<FileId> = new Set();
  /** Documents that were closed, or began or ceased to be foreign, since the last run. */
  const closed = new Set<FileId>();
  const run = async (): Promise<void> => {
    await answered();
    const closedBefore = [...closed].filter((file) => !isOpen(file));
    closed.clear();
    try {
      await scan();
    } catch (error) {
      // Nobody knows what is in them.
      for (const file of closedBefore) closed.add(file);
      throw error;
    }
    if (closedBefore.length > 0) tell(closedBefore, true);
  };
  const runs = runsOf(context.connection, run, () => tell([]));
  const outdate = (isOf: (places: RestsOn) => boolean): void => {
    // Nobody would ever look.
    if (!runs.areWanted()) return;
    dom0s.outdate(isOf);
    runs.schedule();
  };
  const wantSearch = (): void => {
    candidates.wantSearch();
    runs.schedule();
  };
  return {
    start: runs.start,
    files: dom0s.files,
    isChecked: dom0s.isChecked,
    diagnosticsIn: (file) => (foreign.has(file) ? [] : dom0s.diagnosticsIn(file)),
    isSettled: runs.areDone,
    onNews,
    documentChanged: (file) => {
      if (runs.areWanted() && !isOpen(file)) closed.add(file);
      outdate(({ reads }) => reads.has(file));
    },
    filesChanged: (changes) => {
      for (const { uri, type } of changes) {
        const file = fileId(uri);
        if (type === fileCreated && mayBeOurs(pathOf(file))) wantSearch();
        else if (type === fileCreated && !candidates.isSearchWanted() && mayBeFolder(file, folderOf(file)))
          void disk.list(file).then((entries) => entries && wantSearch());
        if (type === fileDeleted) candidates.forgetBelow(file);
        outdate((places) => restsOn(places, file, type !== contentChanged));
      }
    },
    settingsChanged: () => {
      candidates.keepOnly((file) => folderOf(file) !== undefined);
      candidates.wantSearch();
      outdate(() => true);
    },
    setForeign: (files) => {
      const [before, now] = [foreign, new Set(files)];
      foreign = now;
      const changed = [...before, ...now].filter((file) => before.has(file) !== now.has(file) && dom0s.isChecked(file));
      for (const file of changed) closed.add(file);
      if (changed.length > 0) runs.schedule();
    },
  };
}

/**
 * Whether a new entry may be a folder with files in it that nobody tells of, as when one is moved here: hidden ones, and what lies
 * outside the editor's folders, are not searched.
 */
function mayBeFolder(file: FileId, folder: FileId | undefined): boolean {
  if (folder === undefined) return false;
  return !/\/\.|\/node_modules(?:\/|$)/.test(pathOf(file).slice(pathOf(folder).replace(/\/$/, '').length));
}

interface NewsTeller extends Pick<WorkspaceChecks, 'onNews'> {
  readonly tell: (files: readonly FileId[], areClosed?: boolean) => void;
}

function newsTeller(): NewsTeller {
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

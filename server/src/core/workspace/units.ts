import type { FileId } from '../text/location.ts';
import { baseName, folderOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import type { Snapshot } from './snapshot.ts';
import { mainFileOf } from './snapshot.ts';

/** What is reported together: the interfaces files of a host, or one file in xl's language. */
export interface Unit {
  /** The real path of the main file. */
  readonly key: FileId;
  readonly snapshot: Snapshot;
}

/**
 * The units that files make: each file is in one, but for what two hosts source. It must be asked for main files before all
 * others, so that what these source is not taken for itself ({@link mainFilesFirst}).
 */
export interface Units {
  /** Of some files those that are in no unit yet, under whatever name. */
  readonly untaken: (files: readonly FileId[]) => Promise<readonly FileId[]>;
  readonly isTaken: (file: FileId) => boolean;
  /** Whether a file lies in `interfaces.d` beside a main file of which we know all, and that does not read it. */
  readonly isLeftOut: (file: FileId) => boolean;
  /** Takes a snapshot, with the domUs of its dom0 that were found; gives those units of it that are new. */
  readonly take: (snapshot: Snapshot) => Promise<readonly Unit[]>;
  /** Makes as if a unit had never been taken. */
  readonly giveBack: (key: FileId) => void;
}

/** Of a unit no more is kept than this, so that the trees of a whole site need not stay. */
interface Taken {
  readonly files: readonly FileId[];
  /** Of a host that is known whole, the folder of its main file. */
  readonly knownFolder: FileId | undefined;
}

/** @param isFound whether a file is among those that were looked for; domUs that are not are none of our business */
export function formUnits(realPath: FileAccess['realPath'], isFound: (file: FileId) => boolean): Units {
  const units = new Map<FileId, Taken>();
  /** How many units a file is in. */
  const counts = new Map<FileId, number>();
  /** How many hosts that are known whole have their main file in a folder. */
  const known = new Map<FileId, number>();
  const count = ({ files, knownFolder }: Taken, change: 1 | -1): void => {
    for (const file of files) add(counts, file, change);
    if (knownFolder !== undefined) add(known, knownFolder, change);
  };
  const isTaken = (file: FileId): boolean => counts.has(file);
  return {
    isTaken,
    untaken: async (files) => {
      const real = await Promise.all(files.map(realPath));
      return files.filter((file, index) => !isTaken(file) && !units.has(real[index] ?? file));
    },
    isLeftOut: (file) => {
      const folder = folderOf(file);
      return baseName(folder) === 'interfaces.d' && known.has(folderOf(folder));
    },
    take: async (snapshot) => {
      const taken: Unit[] = [];
      for (const one of [snapshot, ...domUsOf(snapshot, (file) => isFound(file) && !isTaken(file))]) {
        const key = await realPath(mainFileOf(one));
        if (units.has(key)) continue;
        const unit = takenOf(one);
        units.set(key, unit);
        count(unit, 1);
        taken.push({ key, snapshot: one });
      }
      return taken;
    },
    giveBack: (key) => {
      const unit = units.get(key);
      if (unit !== undefined) count(unit, -1);
      units.delete(key);
    },
  };
}

function add(counts: Map<FileId, number>, file: FileId, change: 1 | -1): void {
  const now = (counts.get(file) ?? 0) + change;
  if (now > 0) counts.set(file, now);
  else counts.delete(file);
}

/** The files that a snapshot is about. */
export function filesIn(
  snapshot: Snapshot,
): readonly { readonly file: FileId; readonly tree: { readonly text: string } }[] {
  return snapshot.language === 'xl' ? [snapshot.config] : snapshot.host.files;
}

/** The order in which files make units, in two groups: those that others may be a part of, and all others. */
export function mainFilesFirst(files: readonly FileId[]): readonly (readonly FileId[])[] {
  return [files.filter(isMainFile), files.filter((file) => !isMainFile(file))];
}

function isMainFile(file: FileId): boolean {
  return /^interfaces(?:\.new)?$/.test(baseName(file));
}

/** The domUs of a dom0 are judged with its interfaces files or, where it has none, with the first of them. */
function domUsOf({ language, dom0 }: Snapshot, isWanted: (file: FileId) => boolean): readonly Snapshot[] {
  if (language === 'xl' && dom0.host !== undefined) return [];
  const configs = dom0.domUs.map(({ config }) => config).filter(({ file }) => isWanted(file));
  return configs.map((config): Snapshot => ({ language: 'xl', config, dom0 }));
}

function takenOf(snapshot: Snapshot): Taken {
  const files = [...new Set(filesIn(snapshot).map(({ file }) => file))];
  const isKnown = snapshot.language === 'interfaces' && !snapshot.host.incomplete;
  return { files, knownFolder: isKnown ? folderOf(snapshot.host.main) : undefined };
}

import { isInterfacesPath } from '../syntax/interfaces/sniff.ts';
import { xlKindOfPath } from '../syntax/xl/sniff.ts';
import type { FileId } from '../text/location.ts';
import { baseName, entryOf, folderOf, pathOf } from '../text/paths.ts';
import type { FileAccess, FolderEntry } from './file-access.ts';
import { domainHostRootOf, mainFilesFor, namedRootOf } from './host-root.ts';
import type { HostFolder } from './links.ts';

/** Where the files in xl's language of a dom0 lie. */
export type XlPlace = XenFolder | FolderAbove;

/** All in `xen`, as on the dom0 itself: `xl.conf`, domUs, and links in `auto/`. */
interface XenFolder {
  readonly kind: 'xen';
  readonly xen: FileId;
  readonly host: HostFolder;
}

/** Anywhere below a folder, as in a role. */
interface FolderAbove {
  readonly kind: 'below';
  readonly host: HostFolder;
  /** Whether a setting says that all below is of one host. */
  readonly isNamed: boolean;
  /** Folders below that settings call `/` of others. */
  readonly others: readonly FileId[];
}

/** The files that may be those of a dom0, by their names. */
interface XlFilesFound {
  readonly files: readonly FileId[];
  readonly xlConf: FileId | undefined;
  /** Whether more may be there. */
  readonly isCut: boolean;
}

/** Where the domUs of the host with this main file lie. `root`: the host's, where it is known. */
export async function xlPlaceOfHost(
  access: FileAccess,
  main: FileId,
  root: FileId | undefined,
  hosts: readonly FileId[],
): Promise<XlPlace | undefined> {
  const named = namedPlaceOf(main, hosts);
  if (named !== undefined) return (await isMainOfNamed(access, main, named)) ? named : undefined;
  if (root !== undefined && pathOf(main).includes('/etc/network/')) return canonicalPlace(root);
  const folder = folderOf(main);
  const etc = folderOf(folder);
  const xen = entryOf(etc, 'xen');
  if (baseName(folder) === 'network' && (await access.list(xen)) !== undefined)
    return { kind: 'xen', xen, host: { folder: etc, path: '/etc' } };
  return { kind: 'below', host: { folder, path: undefined }, isNamed: false, others: [] };
}

/** Where the files of a dom0 without interfaces files lie, of which this one is; `undefined`: nothing says that it is of one. */
export function xlPlaceWithoutHost(file: FileId, hosts: readonly FileId[]): XlPlace | undefined {
  const root = domainHostRootOf(file, []);
  return namedPlaceOf(file, hosts) ?? (root && canonicalPlace(root));
}

function canonicalPlace(root: FileId): XlPlace {
  return { kind: 'xen', xen: entryOf(root, 'etc/xen'), host: { folder: root, path: '/' } };
}

/** A machine whose own root is named has far more below it than a host's configuration. */
function namedPlaceOf(file: FileId, hosts: readonly FileId[]): FolderAbove | undefined {
  const folder = namedRootOf(file, hosts);
  if (folder === undefined || pathOf(folder) === '/') return undefined;
  return { kind: 'below', host: { folder, path: '/' }, isNamed: true, others: hosts.filter((one) => one !== folder) };
}

/** The main files that a file in xl's language may go with, the likeliest first. A pending file counts where no other is there. */
export async function mainFilesNear(
  access: FileAccess,
  file: FileId,
  hosts: readonly FileId[],
): Promise<readonly FileId[]> {
  const named = namedPlaceOf(file, hosts);
  if (named !== undefined) return mainFilesIn(access, named);
  const root = domainHostRootOf(file, hosts);
  if (root !== undefined) return mainFileIn(access, entryOf(root, 'etc/network'));
  // Files without a telling path pair by folder: an `interfaces` file beside them or above.
  const folders = [folderOf(file)];
  for (let depth = 0; depth < deepest; depth++) folders.push(folderOf(folders.at(-1) ?? file));
  const near = folders.flatMap((folder) => [
    ...(baseName(folder) === 'xen' ? [entryOf(folderOf(folder), 'network')] : []),
    folder,
  ]);
  const mains = await Promise.all([...new Set(near)].map((one) => mainFileIn(access, one)));
  return mains.flat();
}

/** `interfaces` in a folder or, where there is none, what shall become it. */
async function mainFileIn(access: FileAccess, folder: FileId): Promise<readonly FileId[]> {
  for (const name of ['interfaces', 'interfaces.new'])
    if ((await access.read(entryOf(folder, name))).kind !== 'missing') return [entryOf(folder, name)];
  return [];
}

/** A folder that is named is of one host, so that of several files called `interfaces` in it one counts. */
async function isMainOfNamed(access: FileAccess, main: FileId, place: FolderAbove): Promise<boolean> {
  const [first] = await mainFilesIn(access, place);
  return first === undefined || folderOf(first) === folderOf(main);
}

async function mainFilesIn(access: FileAccess, place: FolderAbove): Promise<readonly FileId[]> {
  const network = entryOf(place.host.folder, 'etc/network');
  const [canonical, pending] = [entryOf(network, 'interfaces'), entryOf(network, 'interfaces.new')];
  if ((await access.read(canonical)).kind === 'text') return [canonical];
  const { files } = await filesBelow(access, place);
  const mains = files.filter((file) => mainFilesFor(file, []).includes(file));
  const likeliest = (name: string): FileId | undefined => {
    const called = mains.filter((file) => baseName(file) === name);
    return called.find((file) => isInterfacesPath(pathOf(file))) ?? called[0];
  };
  const main = likeliest('interfaces') ?? mains.find((file) => file === pending) ?? likeliest('interfaces.new');
  return main === undefined ? [] : [main];
}

/** Looks through the folders of a dom0. */
export async function findXlFiles(access: FileAccess, place: XlPlace): Promise<XlFilesFound> {
  if (place.kind === 'xen') {
    const own = await filesIn(access, place.xen);
    const auto = await filesIn(access, entryOf(place.xen, 'auto'));
    const files = [...own.filter(place.host.path === '/' ? isDomUByPath : mayBeDomU), ...auto.filter(isDomUByPath)];
    return { files, xlConf: own.find((file) => baseName(file) === 'xl.conf'), isCut: false };
  }
  const { files, isCut } = await filesBelow(access, place);
  const domUs = files.filter(mayBeDomU);
  const folders = new Set(domUs.map(folderOf));
  const confs = files.filter(
    (file) => baseName(file) === 'xl.conf' && (folders.has(folderOf(file)) || baseName(folderOf(file)) === 'xen'),
  );
  // Of several nobody knows which one counts.
  return { files: domUs, xlConf: confs.length > 1 ? undefined : confs[0], isCut: isCut || confs.length > 1 };
}

function isDomUByPath(file: FileId): boolean {
  return xlKindOfPath(pathOf(file)) === 'domain';
}

function mayBeDomU(file: FileId): boolean {
  return /\.(?:cfg|xl|xlcfg|hvm|pv|pvh)$/.test(baseName(file)) || isDomUByPath(file);
}

async function filesIn(access: FileAccess, folder: FileId): Promise<readonly FileId[]> {
  return filesAmong(folder, (await access.list(folder)) ?? []);
}

function filesAmong(folder: FileId, entries: readonly FolderEntry[]): readonly FileId[] {
  return entries
    .filter(({ isFolder }) => !isFolder)
    .map(({ name }) => entryOf(folder, name))
    .sort();
}

/** So many levels below a folder are looked through, and so many folders. */
const deepest = 4;
const mostFolders = 200;

/** The files below a folder, those higher up first: not those of another host, nor those in hidden folders. */
async function filesBelow(
  access: FileAccess,
  { host, isNamed, others }: FolderAbove,
): Promise<{ readonly files: readonly FileId[]; readonly isCut: boolean }> {
  const files: FileId[] = [];
  let [looked, isCut] = [0, false];
  let level: readonly FileId[] = [host.folder];
  for (let depth = 0; level.length > 0; depth++) {
    const next: FileId[] = [];
    for (const folder of level) {
      looked += 1;
      const entries = (await access.list(folder)) ?? [];
      const ofOthers = isNamed ? noFolders : await foldersOfOtherHost(access, folder, entries);
      const isStart = folder === host.folder;
      if (!isNamed && !isStart && (ofOthers.size > 0 || entries.some(isMainFile))) continue;
      files.push(...filesAmong(folder, entries));
      const below = entries.filter(({ isFolder, name }) => isFolder && !/^\.|^node_modules$/.test(name));
      next.push(
        ...below
          .filter(({ name }) => !ofOthers.has(name))
          .map(({ name }) => entryOf(folder, name))
          .filter((one) => !others.includes(one))
          .sort(),
      );
    }
    const room = depth < deepest ? mostFolders - looked : 0;
    isCut ||= next.length > room;
    level = next.slice(0, Math.max(0, room));
  }
  return { files, isCut };
}

const noFolders: ReadonlySet<string> = new Set();

function isMainFile({ name, isFolder }: FolderEntry): boolean {
  return /^interfaces(?:\.new)?$/.test(name) && !isFolder;
}

/** The names of the folders in which a host that has a folder like `/` or `/etc` here keeps its files; empty: there is none. */
async function foldersOfOtherHost(
  access: FileAccess,
  folder: FileId,
  entries: readonly FolderEntry[],
): Promise<ReadonlySet<string>> {
  const names = new Set(entries.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  const within = async (name: string): Promise<readonly FolderEntry[]> =>
    names.has(name) ? ((await access.list(entryOf(folder, name))) ?? []) : [];
  const [etc, network] = await Promise.all([within('etc'), within('network')]);
  return new Set([
    ...(etc.some(({ name, isFolder }) => isFolder && /^(?:network|xen)$/.test(name)) ? ['etc'] : []),
    ...(network.some(isMainFile) ? ['network', 'xen'] : []),
  ]);
}

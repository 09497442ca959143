import type { HostSettings } from '../model/build-host.ts';
import { buildHost } from '../model/build-host.ts';
import type { Dialect, HostModel, Include } from '../model/host.ts';
import type { XenVersion } from '../schema/xl/xen-version.ts';
import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import { parseInterfaces } from '../syntax/interfaces/parser.ts';
import { isInterfacesPath, looksLikeInterfaces } from '../syntax/interfaces/sniff.ts';
import { isBinary, isTemplate } from '../syntax/text-kind.ts';
import type { FileId } from '../text/location.ts';
import { entryOf, pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import type { HostPlace } from './host-root.ts';
import { mainFilesFor, placeOf } from './host-root.ts';
import { resolveInclude } from './includes.ts';

/** Reads the tree of a text; a caller that keeps trees may hand in one that remembers. */
export type ParseInterfaces = (file: FileId, text: string) => InterfacesTree;

/** What the user says about a host and where its files lie. */
export interface LoadSettings extends HostSettings {
  /** Folders that each are `/` to one host; elsewhere the path tells. */
  readonly hosts?: readonly FileId[] | undefined;
  /** Set when the user says in which language the file is; else its path or its first word must tell. */
  readonly language?: 'interfaces' | 'xl' | undefined;
  /** The series of Xen whose xl reads the domUs' files. */
  readonly xenVersion?: XenVersion | undefined;
}

/** What is said by settings about the host of a file. */
export type SettingsFor = (file: FileId) => Promise<LoadSettings>;

/**
 * The host that a file belongs to, with all that it includes. `undefined`: the file cannot be read, is binary, is a
 * template, or is not in ifupdown's language.
 */
export async function loadHostOf(
  access: FileAccess,
  file: FileId,
  settingsFor: SettingsFor,
  parse: ParseInterfaces = (_, text) => parseInterfaces(text),
): Promise<HostModel | undefined> {
  const mains = mainFilesFor(file, (await settingsFor(file)).hosts ?? []);
  for (const main of mains) {
    if (main !== file && (await access.read(main)).kind !== 'text') continue;
    const host = await loadHost(access, main, settingsFor, parse, false);
    if (host?.files.some((candidate) => candidate.file === file)) return host;
  }
  // A file that some main file may include is a part of a host, of which the rest is not known. One of any other name
  // is judged as a main file.
  return loadHost(access, file, settingsFor, parse, mains.length > 0 && !mains.includes(file));
}

async function loadHost(
  access: FileAccess,
  main: FileId,
  settingsFor: SettingsFor,
  parse: ParseInterfaces,
  isPart: boolean,
): Promise<HostModel | undefined> {
  const settings = await settingsFor(main);
  const place = placeOf(main, settings.hosts ?? []);
  const trees = new Map<FileId, InterfacesTree>();
  const includes: Include[] = [];
  let incomplete = isPart;
  const visit = async (file: FileId): Promise<void> => {
    if (trees.has(file)) return;
    const content = await access.read(file);
    if (content.kind !== 'text' || isBinary(content.text) || isTemplate(content.text)) {
      incomplete = true;
      return;
    }
    const tree = parse(file, content.text);
    trees.set(file, tree);
    for (const statement of tree.root.statements) {
      if (statement.kind !== 'source' && statement.kind !== 'source-directory') continue;
      const include = await resolveInclude(access, place, file, statement);
      includes.push(include);
      incomplete ||= include.unknown || include.missing.some((pattern) => !isStockPattern(pattern));
      for (const target of include.targets) await visit(target);
    }
  };
  await visit(main);
  const text = trees.get(main)?.text;
  if (text === undefined || !(settings.language === 'interfaces' || isInterfacesText(main, text))) return undefined;
  const surroundings = await lookAround(access, place);
  return buildHost({ ...place, trees, includes, incomplete, surroundings }, settings);
}

/** Whether a file is one of ifupdown's, by its path or, where that tells nothing, by its first word. */
function isInterfacesText(file: FileId, text: string): boolean {
  return isInterfacesPath(pathOf(file)) ? true : text.trim() === '' || looksLikeInterfaces(text);
}

/** What Debian's and Proxmox' own files name, whether it is there or not. */
export function isStockPattern(pattern: string): boolean {
  return /^\/(?:etc|run)\/network\/interfaces\.d\/?\*?$/.test(pattern);
}

const dialectSignsOnDisk: readonly { readonly folder: string; readonly entry: string; readonly dialect: Dialect }[] = [
  { folder: 'etc/network', entry: 'ifupdown2', dialect: 'ifupdown2' },
  { folder: 'etc/network', entry: 'ifupdown-ng.conf', dialect: 'ifupdown-ng' },
  { folder: 'etc', entry: 'alpine-release', dialect: 'ifupdown-ng' },
];

async function lookAround(
  access: FileAccess,
  { root }: HostPlace,
): Promise<{ readonly dialect: Dialect | undefined; readonly hasXenFolder: boolean }> {
  if (root === undefined) return { dialect: undefined, hasXenFolder: false };
  const namesIn = async (folder: string): Promise<readonly string[]> =>
    ((await access.list(entryOf(root, folder))) ?? []).map(({ name }) => name);
  const names = { etc: await namesIn('etc'), 'etc/network': await namesIn('etc/network') };
  const sign = dialectSignsOnDisk.find(({ folder, entry }) => names[folder as keyof typeof names].includes(entry));
  return { dialect: sign?.dialect, hasXenFolder: names.etc.includes('xen') };
}

import { computeOnce } from '../model/compute-once.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import type { HostModel } from '../model/host.ts';
import { buildXlConfig } from '../model/xl/build-config.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { XenVersion } from '../schema/xl/xen-version.ts';
import { isBinary, isTemplate } from '../syntax/text-kind.ts';
import { kindSaidIn, xlKindOfPath } from '../syntax/xl/sniff.ts';
import type { FileId } from '../text/location.ts';
import { baseName, entryOf, folderOf, pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import { domainHostRootOf } from './host-root.ts';
import type { LoadSettings, SettingsFor } from './load-host.ts';
import { loadHostOf } from './load-host.ts';
import type { ParseText } from './parse-text.ts';

/** More domUs than this are not read: no dom0 has them, and a folder of that many files is something else. */
const mostDomUs = 5000;

/** What reading the files of a dom0 takes. */
export interface Dom0Reading {
  readonly access: FileAccess;
  readonly settings: LoadSettings;
  readonly settingsFor: SettingsFor;
  readonly parse: ParseText;
}

/** The dom0 of a host's interfaces files: they with the domUs that lie under the same root, or beside them. */
export async function dom0WithHost(host: HostModel, reading: Dom0Reading): Promise<Dom0> {
  // A pending file is another host, whose domUs are those of the host that it will be.
  const found = await xlFilesOf(host, reading);
  return { host, ...found };
}

/**
 * The dom0 of a file in xl's language; `undefined` where its interfaces files cannot be found, or would not lead back to the
 * file.
 */
export async function dom0WithConfig(config: XlConfig, reading: Dom0Reading): Promise<Dom0 | undefined> {
  const { access, settings, settingsFor, parse } = reading;
  for (const main of mainFilesNear(config.file, settings.hosts ?? [])) {
    if ((await access.read(main)).kind !== 'text') continue;
    const host = await loadHostOf(access, main, settingsFor, parse.interfaces);
    if (host === undefined || host.main !== main) continue;
    const dom0 = withOwn(await dom0WithHost(host, reading), config, await access.realPath(config.file));
    if (dom0 !== undefined) return dom0;
  }
  return undefined;
}

/** The same dom0 with the file as it is, also where a link led to it; `undefined`: it is none of the dom0's files. */
function withOwn(dom0: Dom0, config: XlConfig, realFile: FileId): Dom0 | undefined {
  const isOwn = (other: XlConfig | undefined): boolean => other?.file === config.file || other?.file === realFile;
  if (isOwn(dom0.xlConf)) return { ...dom0, xlConf: config };
  if (!dom0.domUs.some((domU) => isOwn(domU.config))) return undefined;
  return { ...dom0, domUs: dom0.domUs.map((domU) => (isOwn(domU.config) ? { ...domU, config } : domU)) };
}

/** The main files of the host that a file in xl's language may be of, the likeliest first. */
function mainFilesNear(file: FileId, hosts: readonly FileId[]): readonly FileId[] {
  const root = domainHostRootOf(file, hosts);
  const canonical = root === undefined ? [] : [entryOf(root, 'etc/network/interfaces')];
  // Files without a telling path pair by folder: an `interfaces` file beside them or above.
  const folder = folderOf(file);
  const isCanonical = pathOf(file).includes('/etc/xen/');
  const beside = isCanonical ? [] : [folder, folderOf(folder)].map((near) => entryOf(near, 'interfaces'));
  return [...new Set([...canonical, ...beside])];
}

type XlFiles = Omit<Dom0, 'host'>;

async function xlFilesOf(host: HostModel, reading: Dom0Reading): Promise<XlFiles> {
  const isCanonical = host.root !== undefined && pathOf(host.main).includes('/etc/network/');
  if (isCanonical) return xlFilesUnder(entryOf(host.root, 'etc/xen'), reading);
  return xlFilesBeside(folderOf(host.main), reading);
}

/** `etc/xen/` with its `auto/`, in which links lead to the files of those that are started at boot. */
async function xlFilesUnder(xen: FileId, reading: Dom0Reading): Promise<XlFiles> {
  const own = await filesIn(xen, reading, (file) => xlKindOfPath(pathOf(file)) === 'domain');
  const auto = await filesIn(entryOf(xen, 'auto'), reading, (file) => xlKindOfPath(pathOf(file)) === 'domain');
  const atBoot = new Set(await Promise.all(auto.map((file) => reading.access.realPath(file))));
  const found = await readDomUs([...own, ...auto], atBoot, reading);
  const xlConf = await readConfig(entryOf(xen, 'xl.conf'), reading, 'xl.conf');
  if (xlConf === 'unreadable') return { ...found, xlConf: undefined, isIncomplete: true };
  return { ...found, xlConf };
}

/** The folder of the interfaces file and those directly below it, by what the files say. */
async function xlFilesBeside(folder: FileId, reading: Dom0Reading): Promise<XlFiles> {
  const entries = (await reading.access.list(folder)) ?? [];
  const below = entries.filter(({ isFolder, name }) => isFolder && !name.startsWith('.') && name !== 'node_modules');
  const folders = [folder, ...below.map(({ name }) => entryOf(folder, name))];
  const files: FileId[] = [];
  for (const one of folders) files.push(...(await filesIn(one, reading, mayBeDomU)));
  return { ...(await readDomUs(files, new Set(), reading)), xlConf: undefined };
}

function mayBeDomU(file: FileId): boolean {
  return /\.(?:cfg|xl|xlcfg|hvm|pv|pvh)$/.test(baseName(file));
}

async function filesIn(
  folder: FileId,
  { access }: Dom0Reading,
  isWanted: (file: FileId) => boolean,
): Promise<readonly FileId[]> {
  const entries = (await access.list(folder)) ?? [];
  return entries
    .filter(({ isFolder }) => !isFolder)
    .map(({ name }) => entryOf(folder, name))
    .filter(isWanted)
    .sort();
}

/** Each file once, under its real path. */
async function readDomUs(
  files: readonly FileId[],
  atBoot: ReadonlySet<FileId>,
  reading: Dom0Reading,
): Promise<Omit<XlFiles, 'xlConf'>> {
  const real = await Promise.all(files.slice(0, mostDomUs).map((file) => reading.access.realPath(file)));
  const configs = await Promise.all([...new Set(real)].map((file) => readConfig(file, reading, 'domain')));
  const domUs = configs
    .filter((config) => config !== undefined && config !== 'unreadable')
    .map((config) => ({ config, isStartedAtBoot: atBoot.has(config.file) }))
    .sort((a, b) => (a.config.file < b.config.file ? -1 : 1));
  return { domUs, isIncomplete: configs.includes('unreadable') || files.length > mostDomUs };
}

/** The file as xl reads it. `undefined`: there is none, or it is no such file; `unreadable`: nobody knows. */
async function readConfig(
  file: FileId,
  { access, settings, parse }: Dom0Reading,
  kind: 'domain' | 'xl.conf',
): Promise<XlConfig | 'unreadable' | undefined> {
  const content = await access.read(file);
  if (content.kind !== 'text') return kind === 'domain' || content.kind !== 'missing' ? 'unreadable' : undefined;
  if (isBinary(content.text) || isTemplate(content.text)) return 'unreadable';
  const tree = parse.xl(file, content.text);
  // A file that is called so and says something else is no domU that others could be measured against.
  if (kind === 'domain' && kindSaidIn(tree) !== 'domain') return undefined;
  return configOf({ file, tree, kind }, settings.xenVersion);
}

type Sources = Parameters<typeof buildXlConfig>[0];

/** By what else the model rests on. Of a tree, which never changes: a dom0 has many domUs, and one of them changes. */
const configsOf = computeOnce((_: Sources['tree']) => new Map<string, XlConfig>());

/** What xl makes of a file, made anew only when the file's tree is another. */
export function configOf(sources: Sources, xenVersion: XenVersion | undefined): XlConfig {
  const configs = configsOf(sources.tree);
  const key = `${sources.file} ${sources.kind} ${xenVersion}`;
  const config = configs.get(key) ?? buildXlConfig(sources, xenVersion);
  configs.set(key, config);
  return config;
}

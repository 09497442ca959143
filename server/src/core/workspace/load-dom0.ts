import { computeOnce } from '../model/compute-once.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import { dom0OfHost } from '../model/dom0/dom0.ts';
import type { HostModel } from '../model/host.ts';
import { buildXlConfig } from '../model/xl/build-config.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { XenVersion } from '../schema/xl/xen-version.ts';
import { isBinary, isTemplate } from '../syntax/text-kind.ts';
import { kindSaidIn } from '../syntax/xl/sniff.ts';
import type { FileId } from '../text/location.ts';
import { pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import type { XlPlace } from './find-xl-files.ts';
import { findXlFiles, mainFilesNear, xlPlaceOfHost, xlPlaceWithoutHost } from './find-xl-files.ts';
import { realPathOnHost } from './links.ts';
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

/** The dom0 of a host's interfaces files: they with the domUs that lie under the same root, or beside or below them. */
export async function dom0WithHost(host: HostModel, reading: Dom0Reading): Promise<Dom0> {
  // A pending file is another host, whose domUs are those of the host that it will be.
  const place = await xlPlaceOfHost(reading.access, host.main, host.root, reading.settings.hosts ?? []);
  return place === undefined ? dom0OfHost(host) : { host, ...(await readXlFiles(place, reading)) };
}

/**
 * The dom0 of a file in xl's language, without its interfaces files where there are none. `undefined`: it cannot be found, or would
 * not lead back to the file.
 */
export async function dom0WithConfig(config: XlConfig, reading: Dom0Reading): Promise<Dom0 | undefined> {
  const { access, settings, settingsFor, parse } = reading;
  const hosts = settings.hosts ?? [];
  for (const main of await mainFilesNear(access, config.file, hosts)) {
    if ((await access.read(main)).kind !== 'text') continue;
    const host = await loadHostOf(access, main, settingsFor, parse.interfaces);
    if (host === undefined || host.main !== main) continue;
    const place = await xlPlaceOfHost(access, main, host.root, hosts);
    if (place === undefined) continue;
    const dom0 = await withOwn({ host, ...(await readXlFiles(place, reading)) }, config, place, access);
    if (dom0 !== undefined) return dom0;
  }
  const place = xlPlaceWithoutHost(config.file, hosts);
  return place && withOwn({ host: undefined, ...(await readXlFiles(place, reading)) }, config, place, access);
}

/** The same dom0 with the file as it is, also where a link led to it; `undefined`: it is none of the dom0's files. */
async function withOwn(dom0: Dom0, config: XlConfig, { host }: XlPlace, access: FileAccess): Promise<Dom0 | undefined> {
  const [onHost, here] = [await realPathOnHost(access, host, config.file), await access.realPath(config.file)];
  const isOwn = ({ file }: XlConfig): boolean => file === config.file || (file === onHost && file === here);
  if (dom0.xlConf !== undefined && isOwn(dom0.xlConf)) return { ...dom0, xlConf: config };
  if (!dom0.domUs.some((domU) => isOwn(domU.config))) return undefined;
  return { ...dom0, domUs: dom0.domUs.map((domU) => (isOwn(domU.config) ? { ...domU, config } : domU)) };
}

type XlFiles = Omit<Dom0, 'host'>;

/** Each file once, under its real path. */
async function readXlFiles(place: XlPlace, reading: Dom0Reading): Promise<XlFiles> {
  const { access } = reading;
  const found = await findXlFiles(access, place);
  const real = await Promise.all(
    found.files.slice(0, mostDomUs).map((file) => realPathOnHost(access, place.host, file)),
  );
  const started = real.filter((file, index) => file && /\/xen\/auto\/[^/]+$/.test(pathOf(found.files[index] ?? file)));
  const atBoot = new Set(started);
  const configs = await Promise.all(
    [...new Set(real)].map((file) => (file === undefined ? 'unreadable' : readConfig(file, reading, 'domain'))),
  );
  const xlConf = found.xlConf && (await readXlConf(found.xlConf, place, reading));
  const domUs = configs
    .filter((config) => config !== undefined && config !== 'unreadable')
    .map((config) => ({ config, isStartedAtBoot: atBoot.has(config.file) }))
    .sort((a, b) => (a.config.file < b.config.file ? -1 : 1));
  const isIncomplete = configs.includes('unreadable') || xlConf === 'unreadable' || found.files.length > mostDomUs;
  return { domUs, xlConf: xlConf === 'unreadable' ? undefined : xlConf, isIncomplete: isIncomplete || found.isCut };
}

async function readXlConf(
  file: FileId,
  { host }: XlPlace,
  reading: Dom0Reading,
): Promise<XlConfig | 'unreadable' | undefined> {
  const real = await realPathOnHost(reading.access, host, file);
  return real === undefined ? 'unreadable' : readConfig(real, reading, 'xl.conf');
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

import { randomInt } from 'node:crypto';
import type { FileAccess, FileId, LineIndex, PartialSettings, Snapshot, TopologyFormat } from '../core/index.ts';
import {
  baseName,
  buildTopology,
  checkSnapshot,
  domainHostRootOf,
  entryOf,
  loadSnapshot,
  mainFileOf,
  nameOfDom0,
  pathOf,
  placeOf,
  rememberAnswers,
  rules,
  topologyText,
  treeOf,
} from '../core/index.ts';
import { nodeFileAccess } from '../node/file-access.ts';
import { findTargets } from './find-files.ts';
import { complain, print } from './output.ts';
import { readablePath, relativePath } from './paths.ts';
import { lineIndexOf, placeAt } from './places.ts';
import type { SettingsReader } from './settings.ts';
import { settingsReader } from './settings.ts';

/** What `bridgewise topology` is asked for. */
export interface TopologyOptions {
  readonly path: string;
  readonly format: TopologyFormat;
  readonly settings: PartialSettings;
}

/** So many dom0s are named when there are too many. */
const mostNamed = 5;

/** `bridgewise topology`: prints the topology of one dom0 and gives the exit code. */
export async function topology({ path, format, settings }: TopologyOptions): Promise<number> {
  const access = rememberAnswers(nodeFileAccess);
  const reader = settingsReader(access, settings, undefined);
  const targets = await findTargets([path], access);
  const [fault] = targets.errors;
  if (fault !== undefined) return fail(`${readablePath(fault.file)}: ${fault.message}`);
  const dom0s = targets.named.length > 0 ? targets.named.map(namedOutright) : await dom0sIn(targets.found, reader);
  if (dom0s.length > 1) return fail(`${path} holds ${dom0s.length} dom0s. Name one of them: ${enumerated(dom0s)}.`);
  const [dom0] = dom0s;
  if (dom0 === undefined)
    return fail(`There is no interfaces file under ${path}, and no etc/xen/ with domUs, so no dom0 is known there.`);
  const snapshot = await loadSnapshot(access, dom0.file, reader.of);
  if (snapshot === undefined) return fail(await whyNothing(access, dom0.file));
  const { rules: levels } = await reader.of(mainFileOf(snapshot));
  print(
    textOf(
      snapshot,
      checkSnapshot(snapshot, rules, levels, () => randomInt(256)),
      format,
    ),
  );
  return 0;
}

function textOf(snapshot: Snapshot, findings: Parameters<typeof buildTopology>[1], format: TopologyFormat): string {
  const lines = new Map<FileId, LineIndex>();
  const linesOf = (file: FileId): LineIndex => {
    const known = lines.get(file) ?? lineIndexOf(treeOf(snapshot, file)?.text ?? '');
    lines.set(file, known);
    return known;
  };
  return topologyText(buildTopology(snapshot.dom0, findings), format, {
    title: nameOfDom0(snapshot.dom0),
    shownPlace: ({ file, span }) => ({ path: relativePath(file), line: placeAt(linesOf(file), span.start).line }),
  });
}

/** A dom0 that was found, by one of its files. */
interface FoundDom0 {
  readonly file: FileId;
  /** By what it can be named: its main file or, where it has none, the folder of its domUs. */
  readonly name: FileId;
}

function namedOutright(file: FileId): FoundDom0 {
  return { file, name: file };
}

/** One for each main file, and one for each `etc/xen/` of a dom0 without any; a pending file only where there is no other main file. */
async function dom0sIn(found: readonly FileId[], reader: SettingsReader): Promise<readonly FoundDom0[]> {
  const named = (name: string): readonly FileId[] => found.filter((file) => baseName(file) === name);
  const present = named('interfaces');
  const mains = present.length > 0 ? present : named('interfaces.new');
  return [...mains.map(namedOutright), ...(await dom0sWithoutHost(found, mains, reader))];
}

async function dom0sWithoutHost(
  found: readonly FileId[],
  mains: readonly FileId[],
  reader: SettingsReader,
): Promise<readonly FoundDom0[]> {
  const folders = new Map<FileId, FileId>();
  for (const file of found) {
    if (!/\/etc\/xen\/(?:auto\/)?[^/]+$/.test(pathOf(file))) continue;
    const { hosts = [] } = await reader.of(file);
    const root = domainHostRootOf(file, hosts);
    if (root === undefined || folders.has(root) || mains.some((main) => placeOf(main, hosts).root === root)) continue;
    folders.set(root, file);
  }
  return [...folders].map(([root, file]) => ({ file, name: entryOf(root, 'etc/xen') }));
}

function enumerated(dom0s: readonly FoundDom0[]): string {
  const names = dom0s.slice(0, mostNamed).map(({ name }) => readablePath(name));
  return [...names, ...(dom0s.length > mostNamed ? ['…'] : [])].join(', ');
}

async function whyNothing(access: FileAccess, file: FileId): Promise<string> {
  const content = await access.read(file);
  if (content.kind === 'unreadable') return `${readablePath(file)}: ${content.reason}`;
  return `${readablePath(file)}: This is no interfaces file and none for xl, so no dom0 is known of it.`;
}

function fail(message: string): number {
  complain(message);
  return 2;
}

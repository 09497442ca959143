import { randomInt } from 'node:crypto';
import type { FileAccess, FileId, PartialSettings, Snapshot, TopologyFormat } from '../core/index.ts';
import {
  baseName,
  buildTopology,
  checkSnapshot,
  indexLines,
  loadSnapshot,
  mainFileOf,
  nameOfDom0,
  positionAt,
  rememberAnswers,
  rules,
  topologyText,
  treeOf,
} from '../core/index.ts';
import { nodeFileAccess } from '../node/file-access.ts';
import { findTargets } from './find-files.ts';
import { complain, print } from './output.ts';
import { readablePath, relativePath } from './paths.ts';
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
  const mains = targets.named.length > 0 ? targets.named : mainFilesIn(targets.found);
  if (mains.length > 1) return fail(`${path} holds ${mains.length} dom0s. Name one of them: ${enumerated(mains)}.`);
  const [main] = mains;
  if (main === undefined) return fail(`There is no interfaces file under ${path}, so no dom0 is known there.`);
  const snapshot = await loadSnapshot(access, main, reader.of);
  if (snapshot === undefined) return fail(await whyNothing(access, main));
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
  return topologyText(buildTopology(snapshot.dom0, findings), format, {
    title: nameOfDom0(snapshot.dom0),
    shownPlace: ({ file, span }) => ({
      path: relativePath(file),
      line: positionAt(indexLines(treeOf(snapshot, file)?.text ?? ''), span.start).line + 1,
    }),
  });
}

/** One for each host; a pending file only where there is no other. */
function mainFilesIn(found: readonly FileId[]): readonly FileId[] {
  const mains = found.filter((file) => baseName(file) === 'interfaces');
  return mains.length > 0 ? mains : found.filter((file) => baseName(file) === 'interfaces.new');
}

function enumerated(files: readonly FileId[]): string {
  const names = files.slice(0, mostNamed).map(readablePath);
  return [...names, ...(files.length > mostNamed ? ['…'] : [])].join(', ');
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

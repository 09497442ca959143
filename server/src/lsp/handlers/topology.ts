import type { FileId, Snapshot, Topology } from '../../core/index.ts';
import {
  buildTopology,
  domainHostRootOf,
  drawTopology,
  fileId,
  folderOf,
  groupDomUs,
  mainFileOf,
  nameOfDom0,
  pathOf,
  positionAt,
  topologyText,
} from '../../core/index.ts';
import type { Context } from '../context.ts';
import { linesOf } from '../lines.ts';
import type { ExportTopologyParams, TopologyAnswer, TopologyParams, TopologyPlace } from '../messages.ts';
import { isJudged } from '../session.ts';
import { toRange } from '../to-proto.ts';

/** Answers `bridgewise/topology`. */
export async function topology(context: Context, { uri, expanded }: TopologyParams): Promise<TopologyAnswer | null> {
  const found = await topologyOf(context, uri);
  if (found === undefined) return null;
  const { title, snapshot } = found;
  const grouped = groupDomUs(found.built);
  const picture = drawTopology(grouped, { title, expanded });
  const dom0 = context.session.documents.uriOf(mainFileOfDom0(snapshot));
  return { dom0, title, picture, places: placesIn(context, snapshot, grouped, expanded) };
}

/** The same from each of a dom0's files. */
function mainFileOfDom0(snapshot: Snapshot): FileId {
  const { host, domUs } = snapshot.dom0;
  return host?.main ?? domUs[0]?.config.file ?? mainFileOf(snapshot);
}

/** Answers `bridgewise/exportTopology`. */
export async function exportTopology(context: Context, { uri, format }: ExportTopologyParams): Promise<string | null> {
  const found = await topologyOf(context, uri);
  if (found === undefined) return null;
  const { title, built, snapshot } = found;
  return topologyText(built, format, {
    title,
    shownPlace: ({ file, span }) => ({
      path: shownPath(context, snapshot, file),
      line: positionAt(linesOf(snapshot, file), span.start).line + 1,
    }),
  });
}

/** From the workspace's folder, else from the host's root or its main file's folder; a file elsewhere has its whole path. */
function shownPath({ folders }: Context, { dom0: { host } }: Snapshot, file: FileId): string {
  const base = folders.of(file) ?? host?.root ?? (host ? folderOf(host.main) : domainHostRootOf(file, []));
  const path = pathOf(file);
  const above = base && pathOf(base).replace(/\/*$/, '/');
  return above !== undefined && path.startsWith(above) ? path.slice(above.length) : path;
}

interface Found {
  readonly snapshot: Snapshot;
  readonly title: string;
  readonly built: Topology;
}

async function topologyOf({ session }: Context, uri: string): Promise<Found | undefined> {
  const snapshot = await session.snapshotOf(fileId(uri));
  if (snapshot === undefined || !isJudged(snapshot)) return undefined;
  const built = buildTopology(snapshot.dom0, session.findingsIn(snapshot));
  return { snapshot, title: nameOfDom0(snapshot.dom0), built };
}

/** The places of a domU in a group that is not open are the group's. */
function placesIn(
  { session }: Context,
  snapshot: Snapshot,
  { nodes }: Topology,
  expanded: readonly string[],
): readonly TopologyPlace[] {
  const all = nodes.flatMap((node) => [
    node,
    ...node.members.map((member) => (expanded.includes(node.id) ? member : { ...member, id: node.id })),
  ]);
  return all.flatMap(({ id, places }) =>
    places.map(({ file, span, whole }) => {
      const lines = linesOf(snapshot, file);
      return {
        node: id,
        uri: session.documents.uriOf(file),
        range: toRange(lines, whole),
        nameRange: toRange(lines, span),
      };
    }),
  );
}

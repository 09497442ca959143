import type { Snapshot, Topology } from '../../core/index.ts';
import {
  buildTopology,
  drawTopology,
  fileId,
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
  const dom0 = context.session.documents.uriOf(snapshot.dom0.host?.main ?? mainFileOf(snapshot));
  return { dom0, title, picture, places: placesIn(context, snapshot, grouped, expanded) };
}

/** Answers `bridgewise/exportTopology`. */
export async function exportTopology(context: Context, { uri, format }: ExportTopologyParams): Promise<string | null> {
  const found = await topologyOf(context, uri);
  if (found === undefined) return null;
  const { title, built, snapshot } = found;
  return topologyText(built, format, {
    title,
    shownPlace: ({ file, span }) => ({
      path: pathOf(file),
      line: positionAt(linesOf(snapshot, file), span.start).line + 1,
    }),
  });
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

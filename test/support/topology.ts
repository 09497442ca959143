import type { Snapshot, Topology } from '../../server/src/core/index.ts';
import {
  buildTopology,
  checkSnapshot,
  loadSnapshot,
  memoryAccess,
  memoryFile,
  rules,
} from '../../server/src/core/index.ts';
import { readFixture } from './fixture.ts';

/** The dom0 of a fixture (see `readFixture`), with the findings of all rules. */
export async function topologyOf(text: string): Promise<{ readonly topology: Topology; readonly snapshot: Snapshot }> {
  const { files } = readFixture(text);
  const [main = ''] = Object.keys(files);
  const settings = async () => ({ dialect: 'auto' as const, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(main), settings);
  if (snapshot === undefined) throw new Error(`nothing is read at ${main}`);
  const findings = checkSnapshot(snapshot, rules, {}, () => 1);
  return { topology: buildTopology(snapshot.dom0, findings), snapshot };
}

/** `kind name: details [state], N faults`, a line each node, and `from - to (labels)`, a line each wire. */
export function shownTopology({ nodes, wires, notes }: Topology): readonly string[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return [
    ...nodes.map(({ kind, name, details, state, faults, members }) =>
      [
        `${kind} ${name}: ${details.join(', ')}`,
        ...(state === 'plain' ? [] : [`[${state}]`]),
        ...(faults.length > 0 ? [`${faults.length} faults`] : []),
        ...(members.length > 0 ? [members.map((member) => member.name).join(' ')] : []),
      ].join(' '),
    ),
    ...wires.map(
      ({ from, to, labels, isDefault }) =>
        `${names.get(from)} - ${names.get(to)}${labels.length > 0 ? ` (${labels.join(', ')})` : ''}${isDefault ? ' by default' : ''}`,
    ),
    ...notes,
  ];
}

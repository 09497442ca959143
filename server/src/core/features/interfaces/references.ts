import { thingAt } from '../../model/at.ts';
import type { FileId, Location } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';

/**
 * Every place where the host's files name the interface at the offset, file by file in the order ifupdown reads them.
 * Empty where no interface is named. Without `withDeclarations` the `iface` lines of the name itself are left out.
 */
export function referencesAt(
  snapshot: InterfacesSnapshot,
  file: FileId,
  offset: number,
  withDeclarations = true,
): readonly Location[] {
  const { host } = snapshot;
  const thing = thingAt(host, file, offset);
  if (thing?.kind !== 'interface') return [];
  const order = new Map(host.files.map((entry, index) => [entry.file, index] as const));
  return (host.interfaces.get(thing.use.name)?.uses ?? [])
    .filter((use) => withDeclarations || use.role !== 'iface')
    .map((use) => use.location)
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.start - b.span.start);
}

import { thingAt } from '../../model/at.ts';
import type { FileId } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import type { Highlight } from '../answers.ts';

/** The places in this file that name the interface at the offset; empty where none is named. */
export function highlightsAt(snapshot: InterfacesSnapshot, file: FileId, offset: number): readonly Highlight[] {
  const thing = thingAt(snapshot.host, file, offset);
  if (thing?.kind !== 'interface') return [];
  return (snapshot.host.interfaces.get(thing.use.name)?.uses ?? [])
    .filter((use) => use.location.file === file)
    .map((use): Highlight => ({ span: use.location.span, kind: use.role === 'iface' ? 'declaration' : 'use' }))
    .sort((a, b) => a.span.start - b.span.start);
}

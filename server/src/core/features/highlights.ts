import { thingAt } from '../model/at.ts';
import type { FileId } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** A place of the same name in the same file. */
export interface Highlight {
  readonly span: Span;
  /** `declaration`: the name on its `iface` line. */
  readonly kind: 'declaration' | 'use';
}

/** The places in this file that name the interface at the offset; empty where none is named. */
export function highlightsAt(snapshot: Snapshot, file: FileId, offset: number): readonly Highlight[] {
  const thing = thingAt(snapshot.host, file, offset);
  if (thing?.kind !== 'interface') return [];
  return (snapshot.host.interfaces.get(thing.use.name)?.uses ?? [])
    .filter((use) => use.location.file === file)
    .map((use): Highlight => ({ span: use.location.span, kind: use.role === 'iface' ? 'declaration' : 'use' }))
    .sort((a, b) => a.span.start - b.span.start);
}

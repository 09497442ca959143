import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Highlight } from '../answers.ts';

/** Where the thing at the offset is spoken of in this file. */
export function highlightsAt({ config }: XlSnapshot, _file: FileId, offset: number): readonly Highlight[] {
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return [];
  return names
    .filter((name) => isSameName(name, asked))
    .map(({ span, isDefinition }): Highlight => ({ span, kind: isDefinition ? 'declaration' : 'use' }))
    .sort((a, b) => a.span.start - b.span.start);
}

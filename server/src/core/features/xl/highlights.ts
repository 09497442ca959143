import { bridgeUseAt, usesOfBridge } from '../../model/dom0/bridge-uses.ts';
import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Highlight } from '../answers.ts';

/** Where the thing at the offset is spoken of in this file. */
export function highlightsAt({ config, dom0 }: XlSnapshot, file: FileId, offset: number): readonly Highlight[] {
  const bridge = bridgeUseAt(dom0, file, offset);
  if (bridge !== undefined) {
    return usesOfBridge(dom0, bridge.bridge)
      .filter(({ location }) => location.file === file)
      .map(({ location }) => ({ span: location.span, kind: 'use' }));
  }
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return [];
  return names
    .filter((name) => isSameName(name, asked))
    .map(({ span, isDefinition }): Highlight => ({ span, kind: isDefinition ? 'declaration' : 'use' }))
    .sort((a, b) => a.span.start - b.span.start);
}

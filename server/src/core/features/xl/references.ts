import { bridgeUseAt } from '../../model/dom0/bridge-uses.ts';
import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId, Location } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import { referencesOfInterface } from '../interface-references.ts';

/** Where the thing at the offset is spoken of, in the order of the text; of a bridge, throughout the dom0's files. */
export function referencesAt(
  { config, dom0 }: XlSnapshot,
  file: FileId,
  offset: number,
  withDeclaration: boolean,
): readonly Location[] {
  const bridge = bridgeUseAt(dom0, file, offset);
  if (bridge !== undefined) return referencesOfInterface(dom0, bridge.bridge, withDeclaration);
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return [];
  return names
    .filter((name) => isSameName(name, asked) && (withDeclaration || !name.isDefinition))
    .map(({ span }) => ({ file, span }))
    .sort((a, b) => a.span.start - b.span.start);
}

import { thingAt } from '../../model/at.ts';
import type { FileId, Location } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { referencesOfInterface } from '../interface-references.ts';

/**
 * Every place where the host's files name the interface at the offset, file by file in the order ifupdown reads them, and
 * then the vifs on it. Empty where no interface is named. Without `withDeclarations` the `iface` lines of the name itself are
 * left out.
 */
export function referencesAt(
  snapshot: InterfacesSnapshot,
  file: FileId,
  offset: number,
  withDeclarations = true,
): readonly Location[] {
  const thing = thingAt(snapshot.host, file, offset);
  return thing?.kind === 'interface' ? referencesOfInterface(snapshot.dom0, thing.use.name, withDeclarations) : [];
}

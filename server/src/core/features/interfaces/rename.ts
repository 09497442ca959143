import { thingAt } from '../../model/at.ts';
import { textOf } from '../../model/host.ts';
import type { FileId } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import type { Rename, RenameRefusal, RenameTarget } from '../answers.ts';
import { renameInterface } from '../rename-interface.ts';

/** The name that can be renamed at the offset: the whole one, so that of `eth0.10` it is the VLAN's, not the card's. */
export function prepareRename(
  snapshot: InterfacesSnapshot,
  file: FileId,
  offset: number,
): RenameTarget | RenameRefusal {
  const { host } = snapshot;
  const thing = thingAt(host, file, offset);
  if (thing?.kind !== 'interface') return refusal('Only names of interfaces can be renamed.');
  const { name } = thing.use;
  if (name === 'lo') return refusal('lo is the loopback interface of the kernel; it has no other name.');
  if (textOf(host, file).slice(thing.span.start, thing.span.end) !== name) {
    return refusal('This name is cut by the end of its line, or longer than what ifupdown reads of it.');
  }
  return { kind: 'target', span: thing.span, name };
}

/** Renames the interface at the offset throughout the dom0's files, with its VLANs and aliases, and in the vifs on it. */
export function renameAt(
  snapshot: InterfacesSnapshot,
  file: FileId,
  offset: number,
  newName: string,
): Rename | RenameRefusal {
  const target = prepareRename(snapshot, file, offset);
  if (target.kind === 'refused') return target;
  return renameInterface(snapshot.dom0, snapshot.host, target.name, newName);
}

function refusal(reason: string): RenameRefusal {
  return { kind: 'refused', reason };
}

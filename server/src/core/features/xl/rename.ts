import type { BridgeUse } from '../../model/dom0/bridge-uses.ts';
import { bridgeUseAt } from '../../model/dom0/bridge-uses.ts';
import type { HostModel } from '../../model/host.ts';
import type { XlNameUse } from '../../model/xl/names.ts';
import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import { readVdev } from '../../syntax/xl/values/vdev.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Rename, RenameRefusal, RenameTarget } from '../answers.ts';
import { renameInterface } from '../rename-interface.ts';

const noName = refusal('Only virtual disks, such as xvda, and bridges of the dom0 can be renamed here.');

/** Whether the thing at the offset has a name that can be changed: a virtual disk, or a bridge that dom0's interfaces files make. */
export function prepareRename(
  { config, dom0 }: XlSnapshot,
  file: FileId,
  offset: number,
): RenameTarget | RenameRefusal {
  const bridge = bridgeUseAt(dom0, file, offset);
  if (bridge !== undefined) return bridgeTarget(dom0.host, bridge);
  const name = vdevAt(namesIn(config), offset);
  return name === undefined ? noName : { kind: 'target', span: name.span, name: name.name };
}

/**
 * The edits that give the thing at the offset another name: a virtual disk in the kernel's parameters too, a bridge
 * throughout the dom0's files.
 */
export function renameAt(
  { config, dom0 }: XlSnapshot,
  file: FileId,
  offset: number,
  newName: string,
): Rename | RenameRefusal {
  const bridge = bridgeUseAt(dom0, file, offset);
  if (bridge !== undefined) {
    const target = bridgeTarget(dom0.host, bridge);
    if (target.kind === 'refused') return target;
    return dom0.host === undefined ? noName : renameInterface(dom0, dom0.host, target.name, newName);
  }
  const names = namesIn(config);
  const asked = vdevAt(names, offset);
  if (asked === undefined) return noName;
  if (readVdev(newName) === undefined) {
    return {
      kind: 'refused',
      reason: `Xen takes no virtual disk called "${newName}": write xvda, sda, hda and the like.`,
    };
  }
  if (newName !== asked.name && names.some(({ kind, name }) => kind === 'vdev' && name === newName)) {
    return { kind: 'refused', reason: `There is a virtual disk ${newName} already.` };
  }
  const edits = names
    .filter((name) => isSameName(name, asked))
    .map(({ span }) => ({ file, span, text: newName }))
    .sort((a, b) => a.span.start - b.span.start);
  return { kind: 'renamed', edits, unsure: [] };
}

/** Without the file that makes it a bridge is not renamed: its vifs would be on none. */
function bridgeTarget(
  host: HostModel | undefined,
  { bridge, location, isLiteral }: BridgeUse,
): RenameTarget | RenameRefusal {
  if (host === undefined) {
    return refusal(`No interfaces file is known that belongs to this file, so what makes ${bridge} could not follow.`);
  }
  if (!host.interfaces.has(bridge)) {
    return refusal(`The interfaces files of this dom0 do not name ${bridge}; whatever makes it could not follow.`);
  }
  if (!isLiteral) return refusal(`The bridge meant here is ${bridge}, but it is written in another way.`);
  return { kind: 'target', span: location.span, name: bridge };
}

function refusal(reason: string): RenameRefusal {
  return { kind: 'refused', reason };
}

function vdevAt(names: readonly XlNameUse[], offset: number): XlNameUse | undefined {
  const name = nameAt(names, offset);
  return name?.kind === 'vdev' ? name : undefined;
}

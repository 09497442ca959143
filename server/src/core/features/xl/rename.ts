import type { XlNameUse } from '../../model/xl/names.ts';
import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import { readVdev } from '../../syntax/xl/values/vdev.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Rename, RenameRefusal, RenameTarget } from '../answers.ts';

const noName: RenameRefusal = { kind: 'refused', reason: 'Only virtual disks can be renamed here, such as xvda.' };

/** Whether the thing at the offset has a name that can be changed: a virtual disk. */
export function prepareRename({ config }: XlSnapshot, _file: FileId, offset: number): RenameTarget | RenameRefusal {
  const name = vdevAt(namesIn(config), offset);
  return name === undefined ? noName : { kind: 'target', span: name.span, name: name.name };
}

/** The edits that give the virtual disk at the offset another name, in the kernel's parameters too. */
export function renameAt(
  { config }: XlSnapshot,
  file: FileId,
  offset: number,
  newName: string,
): Rename | RenameRefusal {
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

function vdevAt(names: readonly XlNameUse[], offset: number): XlNameUse | undefined {
  const name = nameAt(names, offset);
  return name?.kind === 'vdev' ? name : undefined;
}

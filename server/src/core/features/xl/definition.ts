import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Definition } from '../answers.ts';

/** Where the virtual disk, controller or setting at the offset is made; `undefined` for what is not made in this file. */
export function definitionAt({ config }: XlSnapshot, file: FileId, offset: number): Definition | undefined {
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return undefined;
  const made = names.filter((name) => name.isDefinition && isSameName(name, asked));
  if (made.length === 0) return undefined;
  return { span: asked.span, targets: made.map(({ span, whole }) => ({ file, span: whole, selection: span })) };
}

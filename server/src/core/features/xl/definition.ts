import { bridgeUseAt } from '../../model/dom0/bridge-uses.ts';
import { isSameName, nameAt, namesIn } from '../../model/xl/names.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { Definition } from '../answers.ts';
import { targetsOfInterface } from '../interface-targets.ts';

/**
 * Where the virtual disk, controller or setting at the offset is made; of a bridge, its stanzas in dom0's interfaces files.
 * `undefined` for what no file that is known makes.
 */
export function definitionAt({ config, dom0 }: XlSnapshot, file: FileId, offset: number): Definition | undefined {
  const bridge = bridgeUseAt(dom0, file, offset);
  if (bridge !== undefined) {
    const targets = dom0.host === undefined ? [] : targetsOfInterface(dom0.host, bridge.bridge);
    return targets.length === 0 ? undefined : { span: bridge.location.span, targets };
  }
  const names = namesIn(config);
  const asked = nameAt(names, offset);
  if (asked === undefined) return undefined;
  const made = names.filter((name) => name.isDefinition && isSameName(name, asked));
  if (made.length === 0) return undefined;
  return { span: asked.span, targets: made.map(({ span, whole }) => ({ file, span: whole, selection: span })) };
}

import type { Thing } from '../../model/at.ts';
import { thingAt } from '../../model/at.ts';
import type { HostModel } from '../../model/host.ts';
import type { FileId } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import type { Definition, DefinitionTarget } from '../answers.ts';
import { targetOfStanza, targetsOfInterface } from '../interface-targets.ts';

/**
 * The stanzas of an interface's name. A VLAN or alias without a stanza of its own leads to those of its device; what
 * `inherits` names, to the one stanza that is inherited from; a `source` line to the files that it reads.
 * `undefined`: nothing at the offset is defined anywhere.
 */
export function definitionAt(snapshot: InterfacesSnapshot, file: FileId, offset: number): Definition | undefined {
  const thing = thingAt(snapshot.host, file, offset);
  const targets = thing === undefined ? [] : targetsOf(thing, snapshot.host);
  return thing === undefined || targets.length === 0 ? undefined : { span: thing.span, targets };
}

function targetsOf(thing: Thing, host: HostModel): readonly DefinitionTarget[] {
  if (thing.kind === 'source') {
    const start = { start: 0, end: 0 };
    return (thing.include?.targets ?? []).map((file) => ({ file, span: start, selection: start }));
  }
  if (thing.kind !== 'interface') return [];
  const { name, role, stanza } = thing.use;
  if (role === 'inherits' && stanza?.parent !== undefined) return [targetOfStanza(stanza.parent)];
  return targetsOfInterface(host, name);
}

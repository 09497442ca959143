import type { HostModel, Stanza } from '../model/host.ts';
import { aliasBase, vlanOfName } from '../model/names.ts';
import type { DefinitionTarget } from './answers.ts';

/** The stanzas of an interface's name; for a VLAN or alias without a stanza of its own, those of its device. */
export function targetsOfInterface(host: HostModel, name: string): readonly DefinitionTarget[] {
  return stanzasOf(name, host).map(targetOfStanza);
}

export function targetOfStanza(stanza: Stanza): DefinitionTarget {
  return { file: stanza.file, span: stanza.node.span, selection: stanza.nameWord.span };
}

function stanzasOf(name: string, host: HostModel): readonly Stanza[] {
  const own = host.interfaces.get(name)?.stanzas ?? [];
  const device = aliasBase(name) ?? vlanOfName(name)?.rawDevice;
  return own.length > 0 || device === undefined ? own : stanzasOf(device, host);
}

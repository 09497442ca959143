/** How a bridge for guests alone is added to a dom0's interfaces file. */
import { disableIpv6Line } from '../../schema/interfaces/disable-ipv6-line.ts';
import { longestInterfaceName } from '../../schema/values/interface-name.ts';
import { insertLinesAfter } from '../../syntax/interfaces/print.ts';
import type { TextEdit } from '../../text/edits.ts';
import { needsAddressAsOnlyBridge } from '../guest-bridges.ts';
import type { HostModel } from '../host.ts';
import { textOf } from '../host.ts';
import { keepsIpv6OffEverywhere } from '../ipv6-off.ts';
import { looksLikeCard } from './bridge-state.ts';

/**
 * The edit that adds a bridge without ports and addresses at the end of the main file. `undefined`: the name is no good one for a
 * bridge, the host's program is none whose bridges are surely made so, or one more bridge would make another one look like a guest bridge.
 */
export function newGuestBridge(host: HostModel, name: string): TextEdit | undefined {
  const isGoodName = /^[A-Za-z][\w-]*$/.test(name) && name.length <= longestInterfaceName && !looksLikeCard(name);
  const text = textOf(host, host.main);
  if (!isGoodName || needsAddressAsOnlyBridge(host) || host.dialect === 'ifupdown-ng' || /\\\r?\n?$/.test(text))
    return undefined;
  const ports = host.dialect === 'ifupdown2' ? 'bridge-ports none' : 'bridge_ports none';
  const options = [ports, ...(keepsIpv6OffEverywhere(host) ? [] : [disableIpv6Line])];
  const stanza = [`auto ${name}`, `iface ${name} inet manual`, ...options.map((option) => `    ${option}`)];
  const isParted = text.trim() === '' || /\n\s*\n$/.test(text);
  return insertLinesAfter({ file: host.main, text }, text.length, isParted ? stanza : ['', ...stanza]);
}

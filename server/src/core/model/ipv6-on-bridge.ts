import { disableIpv6Line } from '../schema/interfaces/disable-ipv6-line.ts';
import { addressesOfDevice } from './addresses.ts';
import type { HostModel, Stanza } from './host.ts';
import { keepsIpv6Off, keepsIpv6OffEverywhere } from './ipv6-off.ts';

/**
 * The option lines that a stanza needs besides when a fix leaves it without an IPv4 address: for a bridge, the one that
 * keeps IPv6 off it, where the files say nothing of its IPv6 yet; none for any other interface.
 * `becomesBridge`: the fix makes a bridge of it. `without`: a stanza whose addresses the fix takes away.
 */
export function linesToKeepIpv6Off(
  host: HostModel,
  name: string,
  { becomesBridge = false, without }: { readonly becomesBridge?: boolean; readonly without?: Stanza } = {},
): readonly string[] {
  const link = host.interfaces.get(name);
  if (link === undefined || !(becomesBridge || link.bridge !== undefined)) return [];
  const isSettled =
    keepsIpv6Off(link) ||
    keepsIpv6OffEverywhere(host) ||
    addressesOfDevice(host, link).some(({ family, stanza }) => family === 'inet6' && stanza !== without);
  return isSettled ? [] : [disableIpv6Line];
}

import { disableIpv6Line } from '../schema/interfaces/disable-ipv6-line.ts';
import { commandFor, hookCommandsOf, quoteForRegExp } from './hook-commands.ts';
import type { HostModel } from './host.ts';

const methodsWithIpv6 = ['static', 'auto', 'dhcp'];

/**
 * Whether the files say what happens to IPv6 on an interface: a hook command of any stanza sets `disable_ipv6` for it,
 * for `all` or for `default`, or a stanza of its own gives it an address in the family inet6. Without this the kernel
 * gives each bridge a link-local address, and a global one where routers advertise.
 */
export function isIpv6Settled(host: HostModel, name: string): boolean {
  const setting = new RegExp(`conf[./](?:${quoteForRegExp(name)}|all|default)[./]disable_ipv6`);
  return host.stanzas.some(
    (stanza) =>
      (stanza.name === name && stanza.family === 'inet6' && methodsWithIpv6.includes(stanza.method ?? '')) ||
      hookCommandsOf(stanza).some((option) => setting.test(commandFor(stanza, option))),
  );
}

/**
 * The option lines that a stanza needs besides when a fix takes its IPv4 address away: for a bridge, the one that keeps
 * IPv6 off it, where the files say nothing of IPv6 yet; none for any other interface.
 */
export function linesToKeepIpv6Off(host: HostModel, name: string): readonly string[] {
  const isBridge = host.interfaces.get(name)?.bridge !== undefined;
  return isBridge && !isIpv6Settled(host, name) ? [disableIpv6Line] : [];
}

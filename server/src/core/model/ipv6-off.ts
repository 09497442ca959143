import { commandsAbout, hookCommandsOf } from './hook-commands.ts';
import type { Interface } from './host.ts';
import { perHost } from './per-host.ts';

/** `all`, `default`, or a variable of the shell whose value nobody can know, where the name of an interface belongs. */
const everyInterface = /conf[./](?:(?:all|default)[./]|[^ ;]*[$`*{])[^ ;]*disable_ipv6/;

/** Whether a command anywhere in the host's files keeps IPv6 off interfaces in general. */
export const keepsIpv6OffEverywhere = perHost((host): boolean => {
  return host.stanzas
    .flatMap(hookCommandsOf)
    .some(({ value }) => isSwitchOff(value.text) && everyInterface.test(withoutOwnName(value.text)));
});

/**
 * Whether a hook command keeps IPv6 off the interface: `disable_ipv6` under its name, in the spellings of `/proc/sys` and
 * of sysctl(8), or its addresses flushed. sysctl takes dots for slashes unless a slash comes first, so that for a name
 * with a dot `net.ipv6.conf.xenbr0.10.disable_ipv6` is no such thing (it fails), but `…conf.xenbr0/10.disable_ipv6` is.
 */
export function keepsIpv6Off(link: Interface): boolean {
  const places = [`conf/${link.name}/disable_ipv6`, `conf.${link.name.replaceAll('.', '/')}.disable_ipv6`];
  return commandsAbout(link).some((command) => {
    const plain = withoutQuotes(command);
    const isNamed = places.some((place) => plain.includes(place));
    return (isNamed && isSwitchOff(plain)) || /\bip\b.*\ba(?:ddr(?:ess)?)?\s+flush\b/.test(plain);
  });
}

/** Whether the command writes another value than 0. */
function isSwitchOff(command: string): boolean {
  return /disable_ipv6/.test(command) && !/disable_ipv6\s*=\s*["']?0|\becho\s+["']?0\b/.test(command);
}

function withoutQuotes(command: string): string {
  return command.replace(/["'\\]/g, '');
}

/** The variables that ifupdown itself fills are known; any other is not. */
function withoutOwnName(command: string): string {
  return withoutQuotes(command).replace(/\$\{?(?:IFACE|LOGICAL)\b\}?|%iface%/g, 'own');
}

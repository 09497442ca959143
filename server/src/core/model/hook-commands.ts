import { isHookCommand } from '../schema/interfaces/hook-command.ts';
import { overlaps } from '../text/span.ts';
import type { Interface, Stanza, StanzaOption } from './host.ts';

/** The hook commands of a stanza in effect (`up`, `pre-up`, `post-up`, `down`, `pre-down`, `post-down`). */
export function hookCommandsOf(stanza: Stanza): readonly StanzaOption[] {
  return stanza.options.filter((option) => isHookCommand(option.name));
}

/** The text of a command with the names that ifupdown puts in (`$IFACE`, `%iface%`) replaced. */
export function commandFor(stanza: Stanza, option: StanzaOption): string {
  const { text } = option.value;
  if (!/[$%]/.test(text)) return text;
  return text.replace(/\$IFACE\b|\$\{IFACE\}|%iface%|\$LOGICAL\b|\$\{LOGICAL\}/g, stanza.name);
}

/**
 * The commands that concern an interface, its name put in for `$IFACE`: those of its own stanzas, and those of other
 * stanzas that name it.
 */
export function commandsAbout(link: Interface): readonly string[] {
  const own = link.stanzas.flatMap((stanza) => hookCommandsOf(stanza).map((option) => commandFor(stanza, option)));
  const others = link.uses.flatMap(({ role, stanza, location }) => {
    if (role !== 'hook' || stanza === undefined || stanza.name === link.name) return [];
    const option = hookCommandsOf(stanza).find(
      ({ file, line }) => file === location.file && overlaps(line.span, location.span),
    );
    return option === undefined ? [] : [commandFor(stanza, option)];
  });
  return [...own, ...others];
}

/** Whether a command gives an interface an address: with ip, ifconfig, or a client of DHCP. */
export function addsAddress(command: string): boolean {
  return /\bip\b.*\ba(?:d(?:dr(?:ess)?)?)?\s+(?:add|a|replace|change)\b|\bifconfig\s+\S+\s+(?:inet6?\s+)?(?:add\s+)?[\da-fA-F]*[.:]|\b(?:dhclient|dhcpcd|udhcpc)\b/.test(
    command,
  );
}

/** Whether any hook command of the stanzas, its own name put in for `$IFACE`, matches. */
export function runsCommand(stanzas: readonly Stanza[], pattern: RegExp): boolean {
  return stanzas.some((stanza) => hookCommandsOf(stanza).some((option) => pattern.test(commandFor(stanza, option))));
}

/** Whether a hook command of any of the stanzas makes the device: with brctl, ip or ovs-vsctl. */
export function isMadeByCommand(name: string, stanzas: readonly Stanza[]): boolean {
  const quoted = quoteForRegExp(name);
  return runsCommand(
    stanzas,
    new RegExp(
      `\\bbrctl\\s+addbr\\s+["']?${quoted}(?![\\w.:-])|\\bip\\b.*\\blink\\s+add\\b.*(?<![\\w.:-])${quoted}(?![\\w.:-])` +
        `|\\bovs-vsctl\\b.*\\badd-br\\s+["']?${quoted}(?![\\w.:-])`,
    ),
  );
}

/** Whether the stanzas state a default route: a gateway in either family, or a hook command that adds one. */
export function statesDefaultRoute(link: Interface): boolean {
  return link.stanzas.some(
    (stanza) =>
      stanza.options.some((option) => option.name === 'gateway') ||
      hookCommandsOf(stanza).some((option) => addsDefaultRoute(option.value.text)),
  );
}

/** Whether a hook command adds a default route, with ip or route, in either family. */
export function addsDefaultRoute(command: string): boolean {
  return /\broute\s+(?:add|replace|append|change)\b.*\b(?:default|0\.0\.0\.0\/0|::\/0)|\broute\b.*\badd\b.*\bdefault\b|\broute\b.*-net\s+0\.0\.0\.0\b/.test(
    command,
  );
}

/** The name as a literal piece of a regular expression. */
export function quoteForRegExp(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

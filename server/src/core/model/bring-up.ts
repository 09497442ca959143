import { globToRegExp } from '../text/glob.ts';
import { hookCommandsOf } from './hook-commands.ts';
import type { HostModel, Interface, Mark } from './host.ts';
import { namesInCommand } from './name-uses.ts';
import { perHost } from './per-host.ts';

/**
 * The names that the host's files bring up, at boot or on any event: by `auto` or `allow-CLASS`, patterns included; by
 * `ifup NAME` in a hook command; as the stanza that a mapping or `auto eth0=NAME` chooses; and what has to be up before
 * one of these. A name that is not in the set may still be brought up by hand.
 */
export const namesBroughtUp = perHost((host): ReadonlySet<string> => {
  const found = new Set<string>();
  const waiting = [
    ...host.marks.filter((mark) => mark.class !== undefined).flatMap((mark) => namesMarked(mark, host)),
    ...namesInIfupCommands(host),
    ...[...host.interfaces.values()].filter(isMapTarget).map((link) => link.name),
  ];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...namesNeededFor(name, host));
  }
  return found;
});

/** The names of stanzas that serve under another name: a mapping may choose them, or an `auto eth0=NAME` does. */
export const namesChosenForOthers = perHost((host): ReadonlySet<string> => {
  return new Set([
    ...[...host.interfaces.values()].filter(isMapTarget).map((link) => link.name),
    ...host.marks.filter((mark) => mark.logical !== mark.name).map((mark) => mark.logical),
  ]);
});

/** Whether a stanza serves under another name; for many stanzas ask {@link namesChosenForOthers} once. */
export function isChosenForAnother(link: Interface, host: HostModel): boolean {
  return isMapTarget(link) || host.marks.some((mark) => mark.logical === link.name && mark.name !== link.name);
}

/** Whether a mapping decides which stanza the interface gets, so that the one of its own name may never be used. */
export function isMapped(name: string, host: HostModel): boolean {
  return host.mappings.some(({ node }) => node.patterns.some((word) => globToRegExp(word.text).test(name)));
}

function isMapTarget(link: Interface): boolean {
  return link.uses.some((use) => use.role === 'map-target');
}

function namesMarked(mark: Mark, host: HostModel): readonly string[] {
  if (!mark.isPattern) return [mark.name, mark.logical];
  // Only `/VALUE` speaks of names; `mac/VALUE` and the like ask the running kernel (interfaces(5), INTERFACE PATTERNS).
  const pattern = /^\/([^/]+)/.exec(mark.name)?.[1];
  const logical = mark.logical === mark.name ? [] : [mark.logical];
  if (pattern === undefined) return logical;
  const matcher = globToRegExp(pattern);
  return [...logical, ...[...host.interfaces.keys()].filter((name) => matcher.test(name))];
}

function namesInIfupCommands(host: HostModel): readonly string[] {
  return host.stanzas
    .flatMap(hookCommandsOf)
    .filter((option) => /\bifup\b/.test(option.value.text))
    .flatMap((option) => namesInCommand(option.value).map(({ name }) => name));
}

/**
 * What ifupdown brings up first: the stanza of the part before the dot of a VLAN's name (main.c, do_interface). The
 * other two programs bring up all that an interface is made of.
 */
function namesNeededFor(name: string, host: HostModel): readonly string[] {
  const dot = name.indexOf('.');
  const beforeDot = dot > 0 ? [name.slice(0, dot)] : [];
  const link = host.interfaces.get(name);
  if (host.dialect === 'ifupdown' || link === undefined) return beforeDot;
  return [
    ...beforeDot,
    ...(link.vlan === undefined ? [] : [link.vlan.rawDevice]),
    ...(link.bridge?.ports ?? []).map((port) => port.name),
    ...link.slaves.map((use) => use.name),
  ];
}

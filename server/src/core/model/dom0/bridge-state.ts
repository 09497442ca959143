/** Whether a dom0 has the bridge that a domU's vif is to be put into. */
import { nearest } from '../../text/edit-distance.ts';
import { bridgesMeant } from '../bridges.ts';
import { isMapped } from '../bring-up.ts';
import { commandsAbout, hookCommandsOf } from '../hook-commands.ts';
import type { HostModel, Interface } from '../host.ts';
import { namesMadeByCommands } from '../made-by-commands.ts';
import { perHost } from '../per-host.ts';
import { runsOwnProgram } from './own-programs.ts';

/**
 * What the interfaces files say of a bridge. `there`: they make it. `absent`: they speak of no such interface. `other`: they
 * describe it, and it is no bridge. `unknown`: something that they do not show may make it.
 */
export type BridgeState = 'there' | 'absent' | 'other' | 'unknown';

/** The state of the bridge of this name. */
export function bridgeStateOf(host: HostModel, name: string): BridgeState {
  if (bridgeNames(host).has(name)) return 'there';
  const isOpen = madeByOtherPrograms.test(name) || isMapped(name, host) || namesMadeByCommands(host).has(name);
  if (isOpen) return 'unknown';
  const link = host.interfaces.get(name);
  const isSpokenOf = link?.uses.some(({ role }) => role !== 'comment') ?? false;
  if (link === undefined || !isSpokenOf) return tellsAllBridges(host) ? 'absent' : 'unknown';
  return isNoBridge(link) && !mayBeRenamed(host) ? 'other' : 'unknown';
}

/** The bridges that may be meant by a name that is none of theirs: the one that it is a port of, else those that are spelt much like it. */
export function bridgesLike(host: HostModel, name: string): readonly string[] {
  const around = host.interfaces.get(name)?.portOf.map(({ stanza }) => stanza.name) ?? [];
  if (around.length > 0) return [...new Set(around)].filter((other) => bridgeStateOf(host, other) === 'there');
  const names = bridgesMeant(host).map((link) => link.name);
  return nearest(name, names, name.length < 6 ? 1 : 2).filter((other) => mayBeMeant(name, other));
}

/** Names that differ in a digit alone are names of two bridges, unless one lacks it. */
function mayBeMeant(word: string, name: string): boolean {
  const digits = (text: string): string => text.replace(/\D/g, '');
  return digits(word) === digits(name) || digits(word) === '' || digits(name) === '';
}

/** Whether a name looks like that of a card or of a bond of cards. */
export function looksLikeCard(name: string): boolean {
  return /^(?:eth|bond)\d|^(?:en|wl)[opsx]/.test(name);
}

/** The names of the bridges that the interfaces files make. */
export const bridgeNames = perHost((host): ReadonlySet<string> => new Set(bridgesMeant(host).map(({ name }) => name)));

/** Bridges that libvirt, LXC, Docker and others make by themselves. */
const madeByOtherPrograms = /^(?:virbr|lxcbr|lxdbr|incusbr|docker|podman|cni|xapi|ovs)/;

/** Whether a command may make any bridge: one of Open vSwitch, or a program of the host's own. */
function mayMakeAnyBridge(command: string): boolean {
  return /\bovs-/.test(command) || runsOwnProgram(command);
}

/** Commands that make something of the interface that they name. */
const making = /\bbrctl\b|\bbridge\b|\bip\b.*\b(?:add|name)\b|\bnameif\b/;

/** Where xend made the bridge, it took the card's name and called the card so; its script did the same by hand. */
const mayBeRenamed = perHost(
  (host): boolean =>
    [...host.interfaces.keys()].some((name) => /^peth\d/.test(name)) ||
    host.stanzas.flatMap(hookCommandsOf).some(({ value }) => /\bnetwork-bridge\b/.test(value.text)),
);

/** Names that a program fills in when it reads them, as ifupdown2 does. */
const nameOfMany = /[$%{}[\]*?@]/;

/** Whether no bridge can be there but those that the interfaces files make. */
export const tellsAllBridges = perHost((host): boolean => {
  const isOpen =
    host.incomplete ||
    host.stanzas.some(({ name }) => nameOfMany.test(name)) ||
    host.files.some(({ tree }) => /^\s*%\s*for\b|<%|\bovs_/im.test(tree.text)) ||
    host.stanzas.flatMap(hookCommandsOf).some(({ value }) => mayMakeAnyBridge(value.text)) ||
    mayBeRenamed(host);
  // Where nothing but `lo` is declared, another program has the network in its hands.
  return !isOpen && host.stanzas.some(({ name, method }) => name !== 'lo' && method !== 'loopback');
});

/** A port of a bridge is no bridge (the kernel refuses it); nor is the loopback, a plain card, bond or VLAN. */
function isNoBridge(link: Interface): boolean {
  if (link.name === 'lo' || link.portOf.length > 0 || link.uses.some(({ role }) => role === 'bond-slave')) return true;
  const isDescribed = link.stanzas.length > 0 && link.stanzas.every(({ node }) => node.inherits === undefined);
  const saysBridge = link.stanzas.some(({ options }) =>
    options.some(({ canonical }) => /bridge|^br_|^ovs_|^use$|^requires$|link_type/.test(canonical)),
  );
  const isMade = commandsAbout(link).some((command) => making.test(command) || mayMakeAnyBridge(command));
  if (!isDescribed || saysBridge || isMade) return false;
  return link.vlan !== undefined || looksLikeCard(link.name);
}

/** Whether a dom0 has the bridge that a domU's vif is to be put into. */
import { nearest } from '../../text/edit-distance.ts';
import { bridgesMeant } from '../bridges.ts';
import { isMapped } from '../bring-up.ts';
import { commandsAbout, hookCommandsOf } from '../hook-commands.ts';
import type { HostModel, Interface } from '../host.ts';
import { namesMadeByCommands } from '../made-by-commands.ts';
import { perHost } from '../per-host.ts';

/**
 * What the interfaces files say of a bridge. `there`: they make it. `absent`: they speak of no such interface. `other`: they
 * describe it, and it is no bridge. `unknown`: something that they do not show may make it.
 */
export type BridgeState = 'there' | 'absent' | 'other' | 'unknown';

/** The state of the bridge of this name. */
export function bridgeStateOf(host: HostModel, name: string): BridgeState {
  if (bridgeNames(host).has(name)) return 'there';
  const isOpen = !tellsAllBridges(host) || madeByOtherPrograms.test(name) || isMapped(name, host);
  if (isOpen || namesMadeByCommands(host).has(name)) return 'unknown';
  const link = host.interfaces.get(name);
  if (link === undefined || link.uses.every(({ role }) => role === 'comment')) return 'absent';
  return isNoBridge(link) ? 'other' : 'unknown';
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

const bridgeNames = perHost((host): ReadonlySet<string> => new Set(bridgesMeant(host).map(({ name }) => name)));

/** Bridges that libvirt, LXC, Docker and others make by themselves. */
const madeByOtherPrograms = /^(?:virbr|lxcbr|lxdbr|incusbr|docker|podman|cni|xapi|ovs)/;

/** Commands of Open vSwitch, and scripts of the host's own, which may make any bridge. */
const unknownCommand = /\bovs-|(?<![<>]\s*)(?:^|[\s;&|"'(])\/(?:etc|root|home|opt|srv|usr\/local)\//;

/** Names that a program fills in when it reads them, as ifupdown2 does. */
const nameOfMany = /[$%{}[\]*?@]/;

const tellsAllBridges = perHost((host): boolean => {
  const isOpen =
    host.incomplete ||
    host.stanzas.some(({ name }) => nameOfMany.test(name)) ||
    host.files.some(({ tree }) => /^\s*%\s*for\b|<%|\bovs_/im.test(tree.text)) ||
    host.stanzas.flatMap(hookCommandsOf).some(({ value }) => unknownCommand.test(value.text)) ||
    // Where xend made the bridge, it took the card's name and called the card so.
    [...host.interfaces.keys()].some((name) => /^peth\d/.test(name));
  // Where nothing but `lo` is declared, another program has the network in its hands.
  return !isOpen && host.stanzas.some(({ name, method }) => name !== 'lo' && method !== 'loopback');
});

/** A port of a bridge is no bridge (the kernel refuses it); nor is a plain card, bond or VLAN. */
function isNoBridge(link: Interface): boolean {
  if (link.portOf.length > 0 || link.uses.some(({ role }) => role === 'bond-slave')) return true;
  const isDescribed = link.stanzas.length > 0 && link.stanzas.every(({ node }) => node.inherits === undefined);
  const saysBridge = link.stanzas.some(({ options }) =>
    options.some(({ canonical }) => /bridge|^br_|^use$|^requires$|link_type/.test(canonical)),
  );
  if (!isDescribed || saysBridge || commandsAbout(link).length > 0) return false;
  return link.vlan !== undefined || looksLikeCard(link.name);
}

import { bridgeUtilsOptions } from '../schema/interfaces/bridge-utils.ts';
import { canonicalOptionName, findOption, isHookCommand } from '../schema/interfaces/index.ts';
import { isMeant, mayBecomeBridge, mayTakePorts, nameForBridge } from './bridge-to-be.ts';
import { bridgesMeant } from './bridges.ts';
import { isOnlyForGuests } from './guest-bridges.ts';
import { addsDefaultRoute, statesDefaultRoute } from './hook-commands.ts';
import type { HostModel, Interface, Stanza } from './host.ts';
import { aliasBase, highestVlanId } from './names.ts';

const optionsOfBridges: ReadonlySet<string> = new Set(
  bridgeUtilsOptions.map((option) => canonicalOptionName(option.name)),
);

/** A line that is to stand in a stanza in place of one that nobody reads. */
export interface NewOption {
  readonly host: HostModel;
  readonly link: Interface;
  readonly stanza: Stanza;
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Whether the option, once it is read, is no fault of another kind: nothing inherits it, its value is one that it
 * takes, it does not stand there already, and neither ports nor addresses get into each other's way. What a new bridge
 * needs besides (`nameForBridge`, IPv6) is left to the caller.
 */
export function mayBeRead(option: NewOption): boolean {
  const { host, stanza, name, words } = option;
  const canonical = canonicalOptionName(name);
  const isFreeText = isHookCommand(name) || name === 'description';
  if (host.stanzas.some(({ parent }) => parent === stanza) || isThereAlready(option)) return false;
  if (!isFreeText && words.some((word) => word.startsWith('#'))) return false;
  const doc = findOption(name, stanza.family, stanza.method);
  if (words.length === 0 || doc?.value.check(words.join(' ')) !== undefined) return false;
  if (isHookCommand(name)) return mayRun(option);
  if (optionsOfBridges.has(canonical)) return mayStandOnBridge(option, canonical);
  const check = Object.hasOwn(checks, canonical) ? checks[canonical] : undefined;
  return check === undefined || check(option);
}

/** A second line of a list is fine in the same spelling; of two spellings a hook sees only the last. */
function isThereAlready({ stanza, name }: NewOption): boolean {
  const doc = findOption(name, stanza.family, stanza.method);
  if (doc?.repeat === 'hook-list') return false;
  const mayStandTwice = doc === undefined || doc.repeat === 'joined-list';
  const canonical = canonicalOptionName(name);
  const there = stanza.options.filter((option) =>
    doc?.readBy === 'ifupdown' ? option.name === name : option.canonical === canonical,
  );
  return there.some((option) => !mayStandTwice || option.name !== name);
}

/** By canonical names. */
const checks: Readonly<Record<string, (option: NewOption) => boolean>> = {
  address: mayHaveAddress,
  netmask: ({ host, link, words }) => !isBridge(host, baseOf(host, link)) || !isSingle(words[0]),
  gateway: ({ host }) => mayStateDefaultRoute(host),
  // ifup sets it before a hook makes the bridge, which then stays away.
  description: ({ host, link }) => !isBridge(host, link) && link.portOf.length === 0,
  vlan_raw_device: ({ link }) => link.portOf.length === 0 && Number(/\d+$/.exec(link.name)?.[0] ?? 0) <= highestVlanId,
};

function mayStandOnBridge({ host, link, words }: NewOption, canonical: string): boolean {
  if (canonical !== 'bridge_ports') {
    return isBridge(host, link) || link.portOf.length > 0;
  }
  if (link.bridge !== undefined) return mayTakePorts(host, link, words);
  const name = nameForBridge(host, link);
  return name !== undefined && mayBecomeBridge(host, link, name, words);
}

function mayHaveAddress({ host, link, stanza, words }: NewOption): boolean {
  const base = baseOf(host, link);
  const netmask = stanza.options.find(({ name }) => name === 'netmask')?.value.words[0]?.text;
  const prefix = netmask ?? words[0]?.split('/', 2)[1];
  if (base.portOf.length > 0 || (stanza.method === 'static' && prefix === undefined)) return false;
  if (!isBridge(host, base)) return true;
  return host.management.has(base.name) || (!isOnlyForGuests(host)(base) && !isSingle(prefix));
}

/** The interface that an alias such as `br0:1` gives a further address. */
function baseOf(host: HostModel, link: Interface): Interface {
  return host.interfaces.get(aliasBase(link.name) ?? link.name) ?? link;
}

function isBridge(host: HostModel, link: Interface): boolean {
  return link.bridge !== undefined || isMeant(host, link);
}

/** A netmask that leaves one address, which on a bridge nothing leads to. */
function isSingle(netmask: string | undefined): boolean {
  return netmask !== undefined && ['32', '128', '255.255.255.255'].includes(netmask);
}

/** Once a default route tells the management interface, guests' bridges with an address are spoken of. */
function mayStateDefaultRoute(host: HostModel): boolean {
  return bridgesMeant(host).length < 2 || [...host.interfaces.values()].some(statesDefaultRoute);
}

/** A command that brings up other interfaces may bring up anything. */
function mayRun({ host, words }: NewOption): boolean {
  const command = words.join(' ');
  return !/\bifup\b/.test(command) && (!addsDefaultRoute(command) || mayStateDefaultRoute(host));
}

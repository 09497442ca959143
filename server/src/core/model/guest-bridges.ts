import { groupBy } from '../text/group-by.ts';
import type { StanzaAddress } from './addresses.ts';
import { addressesOfDevice, addressesOfStanza } from './addresses.ts';
import { bridgesMeant } from './bridges.ts';
import { namesChosenForOthers } from './bring-up.ts';
import { addsAddress, commandsAbout, hookCommandsOf } from './hook-commands.ts';
import type { HostModel, Interface } from './host.ts';
import { perHost } from './per-host.ts';
import { optionsNamed } from './stanzas.ts';

/** A bridge and the addresses that the host's files give it; at least one. */
export interface AddressedBridge {
  readonly link: Interface;
  readonly addresses: readonly StanzaAddress[];
}

/** Commands by which a host forwards or translates for others, wherever they stand. */
const forwarding =
  /masquerade|\b[SD]NAT\b|ip_forward|\bforwarding\b|\bip6?tables-(?:legacy-|nft-)?restore\b|\bnft\b|shorewall|firewall/i;

/** Commands in or about an interface's stanza by which it serves those behind it. */
const serving =
  /\broute\b|\brule\b|\bip\b.*\br\s+(?:add|replace)\b|proxy_(?:arp|ndp)|\b(?:dnsmasq|dhcpd|kea|radvd|hostapd)\b/i;

/** Options that say the same: vlan's, ifupdown2's, ifupdown-multi's. */
const servingOptions = ['ip_proxy_arp', 'ip_forward', 'ip6_forward', 'multi_table', 'multi_gateway'];

/**
 * The bridges with an address that dom0 does not need as far as its files tell: they are not the management interface,
 * which is known, not the only bridge, and dom0 neither routes nor translates for their guests. Empty where that
 * cannot be known.
 */
export function guestBridgesWithAddress(host: HostModel): readonly AddressedBridge[] {
  return isOneOfSeveral(host) ? bridgesBesideOthers(host) : [];
}

/** Whether the only bridge of a host has an address that it does not need any more once there is another bridge. */
export function needsAddressAsOnlyBridge(host: HostModel): boolean {
  return !isOneOfSeveral(host) && bridgesBesideOthers(host).length > 0;
}

/** Tells of a bridge whether an address on it, should it have one, is of no use to dom0. */
export function isOnlyForGuests(host: HostModel): (link: Interface) => boolean {
  return isOneOfSeveral(host) ? isOnlyForGuestsBesideOthers(host) : () => false;
}

function isOneOfSeveral(host: HostModel): boolean {
  return bridgesOfTheirOwn(host).length > 1;
}

/** Those whose address dom0 does not need, if there are several bridges. */
const bridgesBesideOthers = perHost((host): readonly AddressedBridge[] => {
  const addressed = bridgesOfTheirOwn(host)
    .filter((link) => !host.management.has(link.name))
    .map((link) => ({ link, addresses: knownAddresses(host, link) }))
    .filter(({ addresses }) => addresses.length > 0);
  if (addressed.length === 0) return [];
  const unreachable = new Set(bridgesWithUnreachableAddress(host).map(({ link }) => link));
  return addressed.filter(({ link }) => isOnlyForGuestsBesideOthers(host)(link) && !unreachable.has(link));
});

const isOnlyForGuestsBesideOthers = perHost((host): ((link: Interface) => boolean) => {
  if (host.incomplete || host.management.size === 0 || forwardsForOthers(host)) return () => false;
  return (link) => !host.management.has(link.name) && !servesGuests(link);
});

/**
 * The bridges all of whose addresses are single ones (`/32`, `/128`) that no gateway, point-to-point peer, route, proxy
 * or translation makes reachable, and that no other interface has.
 */
export const bridgesWithUnreachableAddress = perHost((host): readonly AddressedBridge[] => {
  const candidates = bridgesOfTheirOwn(host)
    .filter((link) => !host.management.has(link.name))
    .map((link) => ({ link, addresses: addressesOfDevice(host, link) }))
    .filter(({ addresses }) => addresses.length > 0 && addresses.every(isSingle));
  if (candidates.length === 0 || host.incomplete || forwardsForOthers(host)) return [];
  const holders = holdersOfAddresses(host);
  return candidates.filter(
    ({ link, addresses }) =>
      addresses.every(({ address }) => holders.get(address)?.length === 1) &&
      !leadsAnywhere(link) &&
      !servesGuests(link),
  );
});

/**
 * Tells of an address whether a bridge other than its own has it as a single one, as hosts have it that lend their
 * address to a bridge: taken away there, it would be of no use on the bridge.
 */
export function isBorrowedByBridge(host: HostModel): (address: StanzaAddress) => boolean {
  const single = bridgesOfTheirOwn(host)
    .flatMap((link) => addressesOfDevice(host, link))
    .filter(isSingle);
  const borrowers = groupBy(single, ({ address }) => address);
  return ({ address, stanza }) =>
    address !== undefined && (borrowers.get(address) ?? []).some((borrower) => borrower.stanza.name !== stanza.name);
}

/** Of stanzas that a mapping chooses from nobody knows which are used, and as which bridge. */
const bridgesOfTheirOwn = perHost((host): readonly Interface[] => {
  const chosen = namesChosenForOthers(host);
  return bridgesMeant(host).filter((link) => !chosen.has(link.name));
});

function isSingle({ family, prefix, address }: StanzaAddress): boolean {
  return address !== undefined && prefix === (family === 'inet' ? 32 : 128);
}

/** The stanzas' addresses in groups of equal ones. */
function holdersOfAddresses(host: HostModel): ReadonlyMap<string | undefined, readonly StanzaAddress[]> {
  const all = host.stanzas.flatMap((stanza) => addressesOfStanza(stanza, host.dialect));
  return groupBy(all, ({ address }) => address);
}

function leadsAnywhere(link: Interface): boolean {
  return (
    link.stanzas.some(({ options }) => options.some(({ name }) => name === 'gateway' || name === 'pointopoint')) ||
    commandsAbout(link).some(addsAddress)
  );
}

/** What cannot be read is left out; nothing can be said of it. */
function knownAddresses(host: HostModel, link: Interface): readonly StanzaAddress[] {
  return addressesOfDevice(host, link).filter(
    ({ source, address }) => address !== undefined || source === 'dhcp' || source === 'auto',
  );
}

function servesGuests(link: Interface): boolean {
  return (
    commandsAbout(link).some((command) => serving.test(command)) ||
    link.stanzas.some((stanza) => servingOptions.some((name) => optionsNamed(stanza, name).length > 0))
  );
}

/** A switch, whose ports are called so, routes between its bridges by its trade. */
const switchPort = /^swp\d/;

const forwardsForOthers = perHost((host): boolean => {
  return (
    host.stanzas.flatMap(hookCommandsOf).some(({ value }) => forwarding.test(value.text)) ||
    [...host.interfaces.keys()].some((name) => switchPort.test(name))
  );
});

/** Cards of a dom0 that nothing uses, and what its guests' networks have in common with its own. */

import { bridgesByCommands } from '../bridges-by-commands.ts';
import { isMapped, namesChosenForOthers } from '../bring-up.ts';
import { freeDevices } from '../free-devices.ts';
import { commandsAbout } from '../hook-commands.ts';
import type { HostModel, Interface } from '../host.ts';
import { vlanOfName } from '../names.ts';
import { bridgeStateOf, looksLikeCard } from './bridge-state.ts';
import type { Dom0 } from './dom0.ts';
import { vifsByBridge } from './guest-vifs.ts';
import { areAllVifsPlaced } from './places-known.ts';
import { namesBelow, wayDown } from './way-down.ts';

/** What a dom0 does with its cards, where that is all known. */
export interface SharedCard {
  /** The guests' bridges: VLANs of a card by which the dom0 is reached, all of them that have a card at all. */
  readonly bridges: readonly Interface[];
  /** The cards that these bridges share with the management interface. */
  readonly cards: readonly string[];
  /** The declared cards that stand unused; at least one. */
  readonly spare: readonly Interface[];
}

/**
 * How the guests of a dom0 share a card with the management interface though another card is there. `undefined`: they do not,
 * or it cannot be known.
 */
export function sharedCardOf(dom0: Dom0): SharedCard | undefined {
  const { host } = dom0;
  if (host === undefined || host.incomplete || host.management.size === 0 || !areAllVifsPlaced(dom0)) return undefined;
  const names = [...vifsByBridge(dom0).keys()];
  // Commands may give and take ports in more ways than they show.
  if (names.some((name) => bridgeStateOf(host, name) !== 'there' || bridgesByCommands(host).has(name)))
    return undefined;
  const own = new Set([...host.management].flatMap((name) => cardsUnder(host, name)));
  const wired = names.filter((name) => !host.management.has(name) && cardsUnder(host, name).length > 0);
  if (wired.length === 0 || !wired.every((name) => isVlanOf(host, name, own))) return undefined;
  const cards = new Set(wired.flatMap((name) => cardsUnder(host, name)));
  const spare = spareCardsOf(dom0, host);
  if (spare.length === 0) return undefined;
  return { spare, cards: [...cards], bridges: wired.flatMap((name) => host.interfaces.get(name) ?? []) };
}

/** What lies under an interface at last, bridges without ports left out. */
function cardsUnder(host: HostModel, name: string): readonly string[] {
  return wayDown(host, name)
    .flat()
    .filter((step) => step.kind !== 'bridge' && namesBelow(host, step.name).length === 0)
    .map((step) => step.name);
}

function isVlanOf(host: HostModel, name: string, cards: ReadonlySet<string>): boolean {
  const isVlan = wayDown(host, name)
    .flat()
    .some(({ kind }) => kind === 'vlan');
  return isVlan && cardsUnder(host, name).every((card) => cards.has(card));
}

function spareCardsOf(dom0: Dom0, host: HostModel): readonly Interface[] {
  const takesAny = [...host.interfaces.values()].some(({ bridge }) => bridge?.takesUnnamedPorts);
  // A card may be a domU's own.
  const isGivenAway = dom0.domUs.some(({ config }) => config.specs.some(({ language }) => language === 'pci'));
  if (takesAny || isGivenAway) return [];
  const raw = new Set([...host.interfaces.values()].map(({ name, vlan }) => (vlan ?? vlanOfName(name))?.rawDevice));
  const chosen = namesChosenForOthers(host);
  return freeDevices(host).filter(
    (link) =>
      isPlainCard(link) &&
      ![raw, chosen].some((names) => names.has(link.name)) &&
      !isMapped(link.name, host) &&
      commandsAbout(link).every((command) => withoutUse.test(command)),
  );
}

/** Options by which another program makes something of a card, or a bond of it. */
const optionOfUse = /^(?:ovs|bond|slaves|bridge|vrf|wpa|wireless|batman|use$|requires|master|link|tunnel|provider)/;

function isPlainCard({ name, vlan, stanzas }: Interface): boolean {
  const isCard = looksLikeCard(name) && !/^(?:bond|wl)/.test(name) && vlan === undefined;
  return isCard && stanzas.every(({ options }) => options.every(({ canonical }) => !optionOfUse.test(canonical)));
}

/** Commands that only switch a card on, or set it up. */
const withoutUse =
  /^\s*(?:ip\s+link\s+set\b[^;&|]*\b(?:up|down)|ifconfig\s+\S+\s+up|ethtool\b[^;&|]*)(?:\s*\|\|\s*(?:true|:))?\s*$|disable_ipv6/;

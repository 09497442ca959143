/** Which VLANs pass the bridges of guests with their tags on. Measured with real frames: test/oracle/vlan-frames.test.ts. */
import { groupBy } from '../../text/group-by.ts';
import { bridgesMeant } from '../bridges.ts';
import { namesBroughtUp, namesChosenForOthers } from '../bring-up.ts';
import { hookCommandsOf } from '../hook-commands.ts';
import type { HostModel, Interface } from '../host.ts';
import { vlanOfName } from '../names.ts';
import { perHost } from '../per-host.ts';
import { optionsNamed } from '../stanzas.ts';

/** A bridge that hands on what has a VLAN's tag, and the VLANs of this host that are known to be on its wire; at least one. */
export interface TrunkBridge {
  readonly link: Interface;
  /** VLANs whose raw device is the bridge itself: their frames pass it, so that every port gets them. */
  readonly onBridge: readonly Interface[];
  /**
   * VLANs whose raw device is a port of the bridge. The kernel gives their frames to the VLAN before the bridge sees them
   * (__netif_receive_skb_core: vlan_do_receive comes before rx_handler); but what a guest tags so, leaves by the port.
   */
  readonly onPorts: readonly Interface[];
}

/**
 * The bridges of which it is known that tagged frames pass them. Left out: bridges that filter by VLAN, whose new ports
 * get the frames without a tag alone, those without a port, and all where a command of the host filters frames.
 */
export const trunkBridges = perHost((host): readonly TrunkBridge[] => {
  const vlans = [...host.interfaces.values()].filter((link) => isMade(host, link));
  if (vlans.length === 0 || host.stanzas.flatMap(hookCommandsOf).some(({ value }) => filtering.test(value.text)))
    return [];
  const chosen = namesChosenForOthers(host);
  const vlansOn = groupBy(vlans, ({ vlan }) => vlan?.rawDevice);
  return bridgesMeant(host)
    .filter((link) => leadsOut(link) && !isAware(link) && !chosen.has(link.name))
    .map((link) => ({
      link,
      onBridge: vlansOn.get(link.name) ?? [],
      onPorts: [...new Set(link.bridge?.ports.map(({ name }) => name))].flatMap((port) => vlansOn.get(port) ?? []),
    }))
    .filter(({ onBridge, onPorts }) => onBridge.length + onPorts.length > 0);
});

/** Commands that may keep tagged frames from passing. */
const filtering = /\bebtables|\bnft\b|\barptables|\btc\b|vlan_filtering|\bbridge\b.*\bvlan\b|vlan_tunnel/;

function leadsOut({ bridge }: Interface): boolean {
  return bridge !== undefined && (bridge.ports.length > 0 || bridge.takesUnnamedPorts);
}

/** Only `no` is sure to leave the filter off. */
function isAware({ stanzas }: Interface): boolean {
  return stanzas.some(
    (stanza) =>
      ['bridge_vids', 'bridge_pvid'].some((name) => optionsNamed(stanza, name).length > 0) ||
      optionsNamed(stanza, 'bridge_vlan_aware').some(({ value }) => value.text !== 'no'),
  );
}

/** Whether a VLAN is sure to be made: it is brought up, or made by bridge-utils as a port of a bridge that is. */
function isMade(host: HostModel, link: Interface): boolean {
  if (link.vlan?.id === undefined || namesChosenForOthers(host).has(link.name)) return false;
  // Of other names ifupdown makes no VLAN (vlan package, if-pre-up.d/vlan).
  const isNamedSo = vlanOfName(link.name) !== undefined || /^vlan\d+$/.test(link.name);
  if (host.dialect === 'ifupdown' && !isNamedSo) return false;
  const broughtUp = namesBroughtUp(host);
  return broughtUp.has(link.name) || link.portOf.some(({ stanza }) => broughtUp.has(stanza.name));
}

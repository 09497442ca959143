import type { StanzaAddress } from '../../model/addresses.ts';
import { addressesOfDevice, addressesOfStanza, placeOfAddress } from '../../model/addresses.ts';
import { namesOfTemplates, signOfBridge } from '../../model/bridges.ts';
import { isMapped, namesBroughtUp } from '../../model/bring-up.ts';
import { isBorrowedByBridge, isOnlyForGuests } from '../../model/guest-bridges.ts';
import { addsAddress, commandsAbout, hookCommandsOf, statesDefaultRoute } from '../../model/hook-commands.ts';
import type { BridgePort, HostModel, Interface, Stanza } from '../../model/host.ts';
import { makeManual, moveAddress } from '../../model/make-manual.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

export const bridgePortWithAddress: InterfacesRule = {
  name: 'bridge-port-with-address',
  group: 'interfaces',
  severity: 'error',
  summary: 'A port of a bridge has an IP address of its own, which cannot work.',
  refuses: false,
  dialects: ['ifupdown', 'ifupdown2'],
  fixes: ['unsafe'],
  *check({ host }) {
    const ports = [...host.interfaces.values()].filter(({ portOf }) => portOf.length > 0);
    if (ports.length === 0) return;
    const templates = namesOfTemplates(host);
    const broughtUp = namesBroughtUp(host);
    const isBorrowed = isBorrowedByBridge(host);
    for (const link of ports) {
      const port = link.portOf.find(({ stanza }) => !templates.has(stanza.name) && stanza.name !== link.name);
      if (port === undefined || isStanzaChosenElsewhere(link, host)) continue;
      for (const stanza of stanzasOnDevice(link, host)) {
        const address = addressesOfStanza(stanza, host.dialect).find(canBeSaid);
        if (address === undefined) continue;
        yield {
          ...reportFor(address, port, host, broughtUp.has(stanza.name) && broughtUp.has(port.stanza.name)),
          fixes: isBorrowed(address) ? [] : fixesFor(address, port, host),
        };
      }
    }
  },
};

/** A mapping, or `auto eth0=NAME`, decides which stanza the port gets. */
function isStanzaChosenElsewhere(link: Interface, host: HostModel): boolean {
  return isMapped(link.name, host) || link.marks.some((mark) => mark.logical !== mark.name);
}

function stanzasOnDevice(link: Interface, host: HostModel): readonly Stanza[] {
  return [...link.stanzas, ...link.aliases.flatMap((alias) => host.interfaces.get(alias)?.stanzas ?? [])];
}

/** An address that is stated and can be read, or one from the network. */
function canBeSaid({ source, address }: StanzaAddress): boolean {
  return address !== undefined || source === 'dhcp' || source === 'auto';
}

function reportFor(address: StanzaAddress, port: BridgePort, host: HostModel, isBroughtUp: boolean): Report {
  const { stanza, source } = address;
  const bridge = port.stanza.name;
  const dead = `what comes from the network arrives at ${bridge}, so the address works in neither direction`;
  const what = {
    static: `${address.address} stands on ${stanza.name}, but ${port.name} is a port of ${bridge}`,
    dhcp: `${stanza.name} asks for an address by ${stanza.method}, but ${port.name} is a port of ${bridge}`,
    auto: `${stanza.name} takes an address from router advertisements, but ${port.name} is a port of ${bridge}`,
    other: '',
  }[source];
  return {
    location: placeOfAddress(address),
    severity: source === 'static' && isBroughtUp ? 'error' : 'warning',
    message: `${what}: ${host.dialect === 'ifupdown2' ? 'ifupdown2 ignores the address' : dead}.`,
    related: [{ location: port.location, message: `${bridge} takes ${port.name} as a port here.` }],
  };
}

function fixesFor(address: StanzaAddress, port: BridgePort, host: HostModel): readonly Fix[] {
  const { stanza } = address;
  // Its commands would fail without the address that they build upon.
  const needsAddress = hookCommandsOf(stanza).some(({ value }) => /\broute\b|\brule\b|\barp/.test(value.text));
  const bridge = host.interfaces.get(port.stanza.name);
  const isBridgeItself = host.interfaces.get(port.name)?.stanzas.some(signOfBridge);
  if (needsAddress || isBridgeItself || bridge === undefined || stanza.name !== port.name) return [];
  const manual = mayLoseAddress(port, host) ? makeManual(host, stanza) : undefined;
  const moved = mayReceive(bridge, address, host) ? movedEdits(stanza, bridge, host) : undefined;
  const fixes: Fix[] = [];
  if (manual !== undefined) fixes.push({ title: `Make ${stanza.name} manual`, safety: 'unsafe', edits: manual });
  if (moved !== undefined) {
    const move: Fix = { title: `Move the address to ${bridge.name}`, safety: 'unsafe', edits: moved };
    // Of the management interface the address is wanted.
    if (host.management.has(stanza.name)) fixes.unshift(move);
    else fixes.push(move);
  }
  return fixes;
}

/** Not when the dom0 would be reached another way without it, and the address of a bridge then be one too many. */
function mayLoseAddress(port: BridgePort, host: HostModel): boolean {
  if (!host.management.has(port.name)) return true;
  const otherRoute = [...host.interfaces.values()].some((link) => link.name !== port.name && statesDefaultRoute(link));
  return (host.interfaces.get(port.name)?.portOf ?? []).every(({ stanza }) => {
    const bridge = host.interfaces.get(stanza.name);
    if (bridge === undefined || statesDefaultRoute(bridge)) return true;
    const addresses = addressesOfDevice(host, bridge);
    return addresses.length === 0 || (!otherRoute && addresses.some(({ source }) => source !== 'static'));
  });
}

/** Whether the bridge has no address yet, and this one would be of use there. */
function mayReceive(bridge: Interface, { stanza, prefix }: StanzaAddress, host: HostModel): boolean {
  if (bridge.portOf.length > 0 || addressesOfDevice(host, bridge).length > 0) return false;
  if (commandsAbout(bridge).some(addsAddress)) return false;
  const leadsAnywhere = stanza.options.some(({ name }) => name === 'gateway' || name === 'pointopoint');
  return (prefix !== 32 || leadsAnywhere) && !isOnlyForGuests(host)(bridge);
}

/** IPv4 alone: a bridge's stanza for IPv6 would have to be made first, and the bridge may keep IPv6 off. */
function movedEdits(stanza: Stanza, bridge: Interface, host: HostModel): readonly TextEdit[] | undefined {
  const target = bridge.stanzas.find(({ family, method }) => family === 'inet' && method === 'manual');
  if (stanza.family !== 'inet' || target === undefined || target.node.inherits !== undefined) return undefined;
  return moveAddress(host, stanza, target);
}

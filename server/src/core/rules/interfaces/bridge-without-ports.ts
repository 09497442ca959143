import { addressesOfDevice } from '../../model/addresses.ts';
import { bridgesMeant, signOfBridge } from '../../model/bridges.ts';
import { freeDevicesFor } from '../../model/free-devices.ts';
import type { HostModel, Interface, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { keepsIpv6Off, keepsIpv6OffEverywhere } from '../../model/ipv6-off.ts';
import { parentStanzas } from '../../model/parents.ts';
import { isOwnOption, optionsNamed } from '../../model/stanzas.ts';
import { disableIpv6Line } from '../../schema/interfaces/disable-ipv6-line.ts';
import { appendOptions, prependOptions } from '../../syntax/interfaces/print.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

export const bridgeWithoutPorts: InterfacesRule = {
  name: 'bridge-without-ports',
  group: 'interfaces',
  severity: 'error',
  summary: 'A stanza has bridge options, but no bridge_ports, so no bridge is made.',
  refuses: false,
  dialects: ['ifupdown', 'ifupdown2'],
  fixes: ['unsafe'],
  *check({ host }) {
    if (host.incomplete) return;
    for (const link of bridgesMeant(host)) {
      if (link.bridge !== undefined || (host.dialect === 'ifupdown2' && isVlanAware(link))) continue;
      const [report] = link.stanzas.flatMap((stanza) => reportFor(stanza, link, host));
      if (report !== undefined) yield report;
    }
  },
};

/** ifupdown2 makes a bridge of a stanza with either option (addons/bridge.py, _is_bridge). */
function isVlanAware(link: Interface): boolean {
  return link.stanzas.some((stanza) => optionsNamed(stanza, 'bridge_vlan_aware').length > 0);
}

function reportFor(stanza: Stanza, link: Interface, host: HostModel): readonly Report[] {
  const option = signOfBridge(stanza);
  if (option === undefined) return [];
  const isOwn = isOwnOption(stanza, option);
  return [
    {
      location: { file: stanza.file, span: stanza.nameWord.span },
      message: messageFor(stanza, option, host),
      related: [
        {
          location: { file: option.file, span: option.line.span },
          message: isOwn ? 'This option has no effect.' : 'This inherited option has no effect.',
        },
      ],
      fixes: fixesFor(stanza, link, host),
    },
  ];
}

function messageFor(stanza: Stanza, option: StanzaOption, host: HostModel): string {
  const what = `${stanza.name} has \`${option.name}\`, but no \`bridge_ports\``;
  return host.dialect === 'ifupdown2'
    ? `${what}: ifupdown2 makes no bridge of it and ignores the option.`
    : `${what}: bridge-utils makes no bridge of it, says nothing, and ifup exits with 0.`;
}

/** No menu shows more to choose from. */
const mostPorts = 8;

/** The devices that are declared nearest to the stanza, in the order of the files. */
function nearestTo(stanza: Stanza, devices: readonly Interface[]): readonly Interface[] {
  const distanceOf = (device: Interface): number => Math.abs((device.stanzas[0]?.index ?? 0) - stanza.index);
  const nearest = new Set(devices.toSorted((a, b) => distanceOf(a) - distanceOf(b)).slice(0, mostPorts));
  return devices.filter((device) => nearest.has(device));
}

/** Not for a name with a dot or a colon, which is a VLAN or an alias to ifupdown. */
function fixesFor(stanza: Stanza, link: Interface, host: HostModel): readonly Fix[] {
  if (stanza.name.includes('.') || stanza.name.includes(':') || parentStanzas(host).has(stanza)) return [];
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  const isOpen = addressesOfDevice(host, link).length === 0 && !keepsIpv6Off(link) && !keepsIpv6OffEverywhere(host);
  const name = host.dialect === 'ifupdown2' ? 'bridge-ports' : 'bridge_ports';
  return [...nearestTo(stanza, freeDevicesFor(host, link)).map((port) => port.name), 'none'].map((ports) => ({
    title: `Add \`${name} ${ports}\``,
    safety: 'unsafe',
    edits: [
      prependOptions(edited, stanza.node, [`${name} ${ports}`]),
      ...(isOpen ? [appendOptions(edited, stanza.node, [disableIpv6Line])] : []),
    ],
  }));
}

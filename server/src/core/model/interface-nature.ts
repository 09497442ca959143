import { enumerate } from '../text/markdown.ts';
import { namesChosenForOthers } from './bring-up.ts';
import { isMadeByCommand } from './hook-commands.ts';
import type { HostModel, Interface } from './host.ts';
import { namesMadeByCommands } from './made-by-commands.ts';
import { switchTypeOf } from './open-vswitch.ts';
import { optionsNamed } from './stanzas.ts';

/** What an interface is, as far as the host's files tell; names are shown by `show`. */
type Reader = (link: Interface, host: HostModel, show: (name: string) => string) => string | undefined;

const openVswitchKinds: Readonly<Record<string, string>> = {
  OVSBridge: 'Open vSwitch bridge',
  OVSBond: 'Open vSwitch bond',
  OVSPort: 'Open vSwitch port',
  OVSIntPort: 'internal port of Open vSwitch',
  OVSPatchPort: 'Open vSwitch patch port',
  OVSTunnel: 'Open vSwitch tunnel',
};

/** The first that knows an answer gives it. */
const readers: readonly Reader[] = [
  (link) =>
    link.name === 'lo' || link.stanzas.some(({ method }) => method === 'loopback')
      ? 'the loopback interface'
      : undefined,
  (link, _, show) => (link.aliasOf === undefined ? undefined : `further address of ${show(link.aliasOf)}`),
  bridge,
  openVswitch,
  bond,
  (link, _, show) => vlan(link, show),
  (link, host) =>
    namesMadeByCommands(host).has(link.name) && isMadeByCommand(link.name, link.stanzas)
      ? 'made by a hook command'
      : undefined,
  (link, host) =>
    link.stanzas.length > 0 && namesChosenForOthers(host).has(link.name)
      ? 'stanza that another interface may use'
      : undefined,
];

/**
 * What an interface is in this host, as a phrase without an article: `bridge of eth0.10`, `VLAN 10 on eth0`.
 * `undefined`: an ordinary interface, or nothing tells. `show` turns the names in it into what the reader wants.
 */
export function natureOf(host: HostModel, name: string, show = (shown: string): string => shown): string | undefined {
  const link = host.interfaces.get(name);
  if (link === undefined) return undefined;
  for (const read of readers) {
    const answer = read(link, host, show);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function bridge(link: Interface, _: HostModel, show: (name: string) => string): string | undefined {
  if (link.bridge === undefined) return undefined;
  const ports = [...new Set(link.bridge.ports.map((port) => port.name))].map(show);
  if (link.bridge.takesUnnamedPorts) ports.push('whatever matches when it comes up');
  return ports.length === 0 ? 'bridge without ports' : `bridge of ${enumerate(ports)}`;
}

function openVswitch(link: Interface): string | undefined {
  const kind = switchTypeOf(link) ?? '';
  return Object.hasOwn(openVswitchKinds, kind) ? openVswitchKinds[kind] : undefined;
}

/** A bond names its slaves, or the slaves name it (`bond-master`). */
function bond(link: Interface, _: HostModel, show: (name: string) => string): string | undefined {
  const namedBySlaves = link.uses.flatMap((use) => (use.role === 'bond-master' && use.stanza ? [use.stanza.name] : []));
  const slaves = [...new Set([...link.slaves.map((use) => use.name), ...namedBySlaves])].map(show);
  if (slaves.length > 0) return `bond of ${enumerate(slaves)}`;
  return link.stanzas.some((stanza) => optionsNamed(stanza, 'bond_mode').length > 0) ? 'bond' : undefined;
}

function vlan(link: Interface, show: (name: string) => string): string | undefined {
  if (link.vlan === undefined) return undefined;
  const { rawDevice, id } = link.vlan;
  return id === undefined ? `VLAN on ${show(rawDevice)}` : `VLAN ${id} on ${show(rawDevice)}`;
}

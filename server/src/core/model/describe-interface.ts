import { globToRegExp } from '../text/glob.ts';
import { indexLines, lineAt } from '../text/line-index.ts';
import type { Location } from '../text/location.ts';
import { bullets, enumerate, inlineCode, paragraphs } from '../text/markdown.ts';
import { folderOf, pathOf } from '../text/paths.ts';
import type { StanzaAddress } from './addresses.ts';
import { addressesOfStanza } from './addresses.ts';
import { addsAddress, commandsAbout } from './hook-commands.ts';
import type { HostModel, Interface, Mark, NameRole, NameUse } from './host.ts';
import { textOf } from './host.ts';
import { natureOf } from './interface-nature.ts';
import { keepsIpv6Off, keepsIpv6OffEverywhere } from './ipv6-off.ts';

/** What an interface is in this host, in Markdown: its kind, stanzas, addresses, users, and how it comes up. */
export function describeInterface(host: HostModel, name: string): string {
  const link = host.interfaces.get(name);
  const nature = natureOf(host, name, inlineCode);
  const title = `**${inlineCode(name)}**${nature === undefined ? '' : `: ${nature}`}`;
  if (link === undefined) return title;
  return paragraphs(
    title,
    bullets([
      declarationLine(host, link),
      addressLine(host, link),
      ipv6Line(host, link),
      comesUpLine(host, link),
      usedLine(host, link),
      managementLine(host, link),
    ]),
  );
}

function declarationLine(host: HostModel, link: Interface): string {
  const stanzas = link.stanzas.map((stanza) => {
    const words = [stanza.family, stanza.method].filter((word) => word !== undefined).join(' ');
    const place = placeLink(host, { file: stanza.file, span: stanza.nameWord.span });
    return words === '' ? place : `${inlineCode(words)} in ${place}`;
  });
  if (stanzas.length > 0) return `Stanza: ${enumerate(stanzas)}`;
  return `Stanza: none ${host.incomplete ? 'in the files that could be read' : 'in the files of this host'}`;
}

/** `interfaces:6` that leads to the place. Paths are relative to the main file's folder where they lie below it. */
function placeLink(host: HostModel, { file, span }: Location): string {
  const folder = `${pathOf(folderOf(host.main))}/`;
  const path = pathOf(file);
  const line = lineAt(indexLines(textOf(host, file)), span.start) + 1;
  return `[${inlineCode(`${path.startsWith(folder) ? path.slice(folder.length) : path}:${line}`)}](${file}#L${line})`;
}

function addressLine(host: HostModel, link: Interface): string | undefined {
  if (link.stanzas.length === 0) return undefined;
  const all = addressesInWords(host, link, inlineCode);
  return `Address: ${all.length === 0 ? 'none stated' : enumerate(all)}`;
}

/** The addresses of an interface, each a phrase; `show` turns what stands in the files into what the reader wants. */
export function addressesInWords(host: HostModel, link: Interface, show: (text: string) => string): readonly string[] {
  const stated = link.stanzas.flatMap((stanza) =>
    addressesOfStanza(stanza, host.dialect).map((address) => addressPhrase(address, show)),
  );
  const loopback = link.stanzas.flatMap(({ family, method }) => loopbackAddresses[`${family} ${method}`] ?? []);
  const addsMore = commandsAbout(link).some(addsAddress) ? ['what a hook command adds'] : [];
  return [...new Set([...loopback.map(show), ...stated, ...addsMore])];
}

const loopbackAddresses: Readonly<Record<string, string>> = {
  'inet loopback': '127.0.0.1/8',
  'inet6 loopback': '::1/128',
};

function addressPhrase(
  { family, source, stanza, option, address, prefix }: StanzaAddress,
  show: (text: string) => string,
): string {
  const version = family === 'inet' ? 'IPv4' : 'IPv6';
  if (source === 'dhcp') return `${version} by DHCP`;
  if (source === 'auto') return `${version} by router advertisements`;
  if (source === 'other') return `${version} by ${show(stanza.method ?? '')}`;
  if (option === undefined) return `${version}, but the stanza states none`;
  return show(address === undefined || prefix === undefined ? option.value.text : `${address}/${prefix}`);
}

/** A bridge without an IPv6 stanza still has a link-local address, and more where routers advertise (measured). */
function ipv6Line(host: HostModel, link: Interface): string | undefined {
  const hasStanza = link.stanzas.some(({ family, method }) => family === 'inet6' && method !== 'manual');
  if (link.bridge === undefined || hasStanza || host.dialect !== 'ifupdown') return undefined;
  if (keepsIpv6Off(link) || keepsIpv6OffEverywhere(host)) return 'IPv6: kept off by a hook command';
  return 'IPv6: a link-local address, and a global one where a router advertises; nothing in these files keeps it off';
}

function comesUpLine(host: HostModel, link: Interface): string | undefined {
  const marks = host.marks.filter((mark) => mark.class !== undefined && names(mark, link.name));
  const ways = [...new Set(marks.map(wayOf))];
  if (ways.length > 0) return `Brought up: ${enumerate(ways)}`;
  // With nothing read that names it, another file still may.
  const mayBeUnseen = link.stanzas.length === 0 || host.incomplete || link.name === 'lo';
  return mayBeUnseen ? undefined : 'Brought up: by no `auto` or `allow-` line';
}

function names(mark: Mark, name: string): boolean {
  if (!mark.isPattern) return mark.name === name || mark.logical === name;
  const pattern = /^\/([^/]+)$/.exec(mark.name)?.[1];
  return pattern !== undefined && globToRegExp(pattern).test(name);
}

function wayOf(mark: Mark): string {
  const written = inlineCode(mark.statement.keyword.text);
  const pattern = mark.isPattern ? `, by the pattern ${inlineCode(mark.name)}` : '';
  if (mark.class === 'auto') return `at boot (${written}${pattern})`;
  if (mark.class === 'hotplug') return `when its device appears (${written}${pattern})`;
  return `by ${inlineCode(`ifup --allow=${mark.class}`)}${pattern === '' ? '' : ` (${pattern.slice(2)})`}`;
}

/** How a use is told, with the name of the stanza around it. `undefined`: another line tells it. */
const roleSentences: Readonly<Record<NameRole, ((owner: string) => string) | undefined>> = {
  iface: undefined,
  auto: undefined,
  allow: undefined,
  'no-auto-down': () => 'left up by `ifdown -a`',
  'no-scripts': () => 'without hook scripts',
  rename: () => 'renamed by a `rename` line',
  inherits: (owner) => `${owner} inherits from it`,
  mapping: () => 'its stanza is chosen by a mapping',
  'map-target': () => 'named in a mapping',
  'bridge-port': (owner) => `port of ${owner}`,
  'raw-device': (owner) => `raw device of ${owner}`,
  'bond-slave': (owner) => `slave of ${owner}`,
  'bond-master': (owner) => `master of ${owner}`,
  option: (owner) => `named in an option of ${owner}`,
  hook: (owner) => `named in a command of ${owner}`,
  comment: undefined,
};

function usedLine(host: HostModel, link: Interface): string | undefined {
  const ofUses = link.uses.map(sentenceOf).filter((sentence) => sentence !== undefined);
  const onIt = [...host.interfaces.values()].flatMap((other) => {
    if (other.vlan?.rawDevice === link.name) return [`raw device of ${inlineCode(other.name)}`];
    return other.aliasOf === link.name ? [`carries the address of ${inlineCode(other.name)}`] : [];
  });
  const all = [...new Set([...ofUses, ...onIt])];
  return all.length === 0 ? undefined : `Used: ${enumerate(all)}`;
}

function sentenceOf(use: NameUse): string | undefined {
  const owner = use.stanza?.name;
  if (owner === use.name && (use.role === 'hook' || use.role === 'option')) return undefined;
  return roleSentences[use.role]?.(inlineCode(owner ?? ''));
}

function managementLine(host: HostModel, link: Interface): string | undefined {
  if (!host.management.has(link.name)) return undefined;
  return `Management: ${host.isXenHost ? 'the dom0' : 'the host'} is reached by it`;
}

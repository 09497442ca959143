import { addressesOfDevice } from '../../model/addresses.ts';
import { nameForBridge } from '../../model/bridge-to-be.ts';
import { addsAddress, commandsAbout } from '../../model/hook-commands.ts';
import type { HostModel, Interface, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { keywordsMeant } from '../../model/keyword-spelling.ts';
import { mayBeAuto } from '../../model/may-be-auto.ts';
import { mayBeRead } from '../../model/option-correction.ts';
import type { MeantOption } from '../../model/option-spelling.ts';
import { optionsMeant } from '../../model/option-spelling.ts';
import { renameEdits } from '../../model/rename-edits.ts';
import { isOwnOption } from '../../model/stanzas.ts';
import {
  canonicalOptionName,
  findFamily,
  findOption,
  isHookCommand,
  isKnownOption,
} from '../../schema/interfaces/index.ts';
import { isNamedLikeCard } from '../../schema/values/bridge-ports.ts';
import { appendOptions, replaceSpan } from '../../syntax/interfaces/print.ts';
import type { TextEdit } from '../../text/edits.ts';
import { enumerate } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

/** Options that change neither addresses nor names nor what is joined to what, so that nothing but their spelling is at stake. */
const harmless: ReadonlySet<string> = new Set([
  'bridge_ageing',
  'bridge_bridgeprio',
  'bridge_fd',
  'bridge_hello',
  'bridge_maxage',
  'bridge_maxwait',
  'bridge_pathcost',
  'bridge_portprio',
  'bridge_stp',
  'bridge_waitport',
  'description',
  'mtu',
]);

export const misspeltOption: InterfacesRule = {
  name: 'misspelt-option',
  group: 'interfaces',
  severity: 'warning',
  summary: 'An option is misspelt, so that no program reads it, and none says so.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const link = host.interfaces.get(stanza.name);
      if (link === undefined) continue;
      for (const option of stanza.options) {
        if (isHookCommand(option.name) || !isOwnOption(stanza, option)) continue;
        const report = reportOfOption(option, stanza, link, host) ?? reportOfKeyword(option, stanza, host);
        if (report !== undefined) yield report;
      }
    }
  },
};

function reportOfOption(option: StanzaOption, stanza: Stanza, link: Interface, host: HostModel): Report | undefined {
  const meant = optionsMeant(stanza, option);
  const [first] = meant;
  if (first === undefined) return undefined;
  const fixes = meant.flatMap((one) => fixFor(one, option, stanza, link, host, meant.length === 1));
  return {
    location: { file: option.file, span: spanOf(option, first) },
    message: `${reasonFor(option, meant)} ${consequenceOf(first, stanza, link)}`,
    fixes,
  };
}

/** The name, and with it the first word of the value where that belongs to it. */
function spanOf({ line, value }: StanzaOption, { how }: MeantOption): Span {
  const { span } = line.name;
  return how === 'words' ? { start: span.start, end: value.words[0]?.span.end ?? span.end } : span;
}

function reasonFor({ name, value }: StanzaOption, meant: readonly MeantOption[]): string {
  const names = enumerate(
    meant.map((one) => `\`${one.name}\``),
    'or',
  );
  switch (meant[0]?.how) {
    case 'variant':
      if (/[\p{Z}\p{Cf}]/u.test(name)) {
        return `A blank or an invisible letter that ifupdown takes for a part of the name keeps this from being ${names}.`;
      }
      return `ifupdown compares letter by letter, so \`${name}\` is not its option ${names}, and nobody reads it.`;
    case 'words':
      return `\`${name} ${value.words[0]?.text ?? ''}\` is one word, ${names}; nobody reads an option \`${name}\`.`;
    default:
      return `Nobody reads \`${name}\`; ${names} is likely meant.`;
  }
}

/** What is missing because of it, as a sentence. */
function consequenceOf({ name }: MeantOption, stanza: Stanza, link: Interface): string {
  if (isHookCommand(name)) return 'The command is never run, and ifup says nothing.';
  const canonical = canonicalOptionName(name);
  if (canonical === 'bridge_ports') {
    if (link.bridge !== undefined) return `${link.name} does not get these ports, and ifup says nothing.`;
    if (isNamedLikeCard(link.name)) return 'No bridge gets these ports, and ifup says nothing.';
    const isManual = link.stanzas.every(({ method }) => method === 'manual');
    return `${link.name} does not become a bridge, ${isManual ? 'and ifup says nothing' : 'so that ifup finds no such device'}.`;
  }
  const doc = findOption(name, stanza.family, stanza.method);
  if (stanza.options.some((option) => option.canonical === canonical && option.name === name)) {
    return 'The line has no effect, and ifup says nothing.';
  }
  if (doc?.required === true) return `ifup stops at ${link.name}: \`missing required variable: ${name}\`.`;
  const outcome = doc?.default === undefined ? 'The line has no effect' : `The default \`${doc.default}\` holds`;
  return `${outcome}, and ifup says nothing.`;
}

function fixFor(
  meant: MeantOption,
  option: StanzaOption,
  stanza: Stanza,
  link: Interface,
  host: HostModel,
  isOnlyOne: boolean,
): readonly Fix[] {
  const { name } = meant;
  const words = option.value.words.slice(meant.how === 'words' ? 1 : 0).map(({ text }) => text);
  if (!mayBeRead({ host, link, stanza, name, words })) return [];
  const edited = { file: option.file, text: textOf(host, option.file) };
  const change = replaceSpan(edited, spanOf(option, meant), name);
  const canonical = canonicalOptionName(name);
  if (canonical === 'bridge_ports' && link.bridge === undefined)
    return [fixOfNewBridge(change, name, stanza, link, host)];
  return [
    { title: `Write \`${name}\``, safety: isOnlyOne && harmless.has(canonical) ? 'safe' : 'unsafe', edits: [change] },
  ];
}

/** With a name that is none of a VLAN, and without IPv6 where nobody asks for an address. */
function fixOfNewBridge(change: TextEdit, option: string, stanza: Stanza, link: Interface, host: HostModel): Fix {
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  const name = nameForBridge(host, link) ?? link.name;
  const isRenamed = name !== link.name;
  const lines = hasAddress(link, host) ? [] : linesToKeepIpv6Off(host, link.name, { becomesBridge: true });
  const parts = [
    `\`${option}\``,
    ...(isRenamed ? [`call the bridge ${name}`] : []),
    ...(lines.length > 0 ? [`keep IPv6 off ${isRenamed ? 'it' : name}`] : []),
  ];
  return {
    title: `Write ${enumerate(parts)}`,
    safety: 'unsafe',
    edits: [
      change,
      ...(isRenamed ? renameEdits(host, link.name, name).edits : []),
      ...(lines.length > 0 ? [appendOptions(edited, stanza.node, lines)] : []),
    ],
  };
}

function hasAddress(link: Interface, host: HostModel): boolean {
  return addressesOfDevice(host, link).length > 0 || commandsAbout(link).some(addsAddress);
}

/** `Auto eth1` below an `iface` line is an option of that stanza to ifupdown, and not refused as it would be elsewhere. */
function reportOfKeyword(option: StanzaOption, stanza: Stanza, host: HostModel): Report | undefined {
  const { name, line, file } = option;
  if (!mayBeginStatement(option, host)) return undefined;
  const [meant] = keywordsMeant(name);
  if (meant === undefined || !hasWordsOf(meant.keyword, option, host)) return undefined;
  if (!meant.isVariant && (name.length < 5 || isKnownOption(name))) return undefined;
  const { keyword } = meant;
  const fix: Fix = {
    title: `Write \`${keyword}\``,
    safety: 'unsafe',
    edits: [replaceSpan({ file, text: '' }, line.name.span, keyword)],
  };
  return {
    location: { file, span: line.name.span },
    message:
      `\`${name}\` is no keyword; \`${keyword}\` is likely meant. ifupdown takes the line for an option of ${stanza.name}, ` +
      'which nobody reads, and says nothing.',
    fixes: mayEndStanza(option, stanza, host) && namesInterfaces(keyword) ? [fix] : [],
  };
}

/** Whether what follows could follow a keyword: looked at first, since it is soon done. */
function mayBeginStatement({ value }: StanzaOption, host: HostModel): boolean {
  return ['auto', 'iface', 'source'].some((keyword) => hasWordsOf(keyword, { value }, host));
}

/** Whether what follows is what follows such a keyword, so that no option of somebody's own is meant. */
function hasWordsOf(keyword: string, { value: { words } }: Pick<StanzaOption, 'value'>, host: HostModel): boolean {
  if (namesInterfaces(keyword)) return words.every((word) => isDeclared(word.text, host));
  if (keyword === 'iface') return findFamily(words[1]?.text ?? '') !== undefined;
  return keyword.startsWith('source') && words.some((word) => word.text.includes('/'));
}

function namesInterfaces(keyword: string): boolean {
  return keyword === 'auto' || keyword.startsWith('allow-');
}

function isDeclared(name: string, host: HostModel): boolean {
  return name === 'lo' || (host.interfaces.get(name)?.stanzas.length ?? 0) > 0;
}

/** Options behind the line would then belong to no stanza. */
function mayEndStanza({ line, value }: StanzaOption, { node }: Stanza, host: HostModel): boolean {
  const links = value.words.flatMap((word) => host.interfaces.get(word.text) ?? []);
  return node.span.end === line.span.end && links.every((link) => mayBeAuto(host, link));
}

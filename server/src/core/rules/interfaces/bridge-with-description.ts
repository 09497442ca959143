import { namesOfTemplates } from '../../model/bridges.ts';
import { isChosenForAnother, isMapped } from '../../model/bring-up.ts';
import { isMadeByCommand, runsCommand } from '../../model/hook-commands.ts';
import type { HostModel, Interface, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { isOwnOption } from '../../model/stanzas.ts';
import { commentOut, replaceSpan } from '../../syntax/interfaces/print.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

export const bridgeWithDescription: InterfacesRule = {
  name: 'bridge-with-description',
  group: 'interfaces',
  severity: 'error',
  summary: 'A bridge has a description, which ifupdown sets before the bridge is made, so that it never comes up.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    if (host.incomplete) return;
    const templates = namesOfTemplates(host);
    const reported = new Set<StanzaOption['line']>();
    for (const link of host.interfaces.values()) {
      // Only the description of the first stanza is ever set (main.c, do_interface).
      const [stanza] = link.stanzas;
      const descriptions = stanza?.options.filter(({ name }) => name === 'description') ?? [];
      const [first] = descriptions;
      if (stanza === undefined || first === undefined || reported.has(first.line)) continue;
      if (templates.has(link.name) || !isMissingAtFirst(link, host)) continue;
      reported.add(first.line);
      yield reportFor(stanza, first, descriptions, host);
    }
  },
};

/** Whether the interface is a bridge whose device is not there yet when ifup begins with its first stanza. */
function isMissingAtFirst(link: Interface, host: HostModel): boolean {
  return (
    (link.bridge !== undefined || isBridgeByCommand(link)) &&
    link.aliasOf === undefined &&
    !mayBeVlan(link.name, host) &&
    !isChosenForAnother(link, host) &&
    !isMapped(link.name, host) &&
    !isOnlyForHotplug(link) &&
    !link.uses.some((use) => use.role === 'hook' && use.stanza?.name !== link.name)
  );
}

function isBridgeByCommand({ name, stanzas }: Interface): boolean {
  return isMadeByCommand(name, stanzas) && runsCommand(stanzas, /\btype\s+bridge\b|\bbrctl\s+addbr\b/);
}

/** ifupdown itself makes `A.B` as a VLAN where a device `A` exists, and then sets the description (link.defn). */
function mayBeVlan(name: string, host: HostModel): boolean {
  const [device = '', ...rest] = name.split('.');
  if (rest.length === 0) return false;
  const isThere = host.interfaces.get(device)?.uses.some(({ role }) => role !== 'auto' && role !== 'allow') ?? false;
  return !/br/.test(device) || isThere;
}

/** udev brings these up once the device is there. */
function isOnlyForHotplug(link: Interface): boolean {
  const classes = link.marks.flatMap((mark) => mark.class ?? []);
  return classes.includes('hotplug') && !classes.includes('auto');
}

function reportFor(
  stanza: Stanza,
  first: StanzaOption,
  descriptions: readonly StanzaOption[],
  host: HostModel,
): Report {
  const isOwn = isOwnOption(stanza, first);
  return {
    location: { file: first.file, span: first.line.name.span },
    message:
      `ifup sets the description of ${stanza.name} before any hook makes the bridge. The device is not there yet, so ` +
      `ifup says "ignoring unknown interface ${stanza.name}", makes no bridge, and exits with 0.`,
    related: isOwn
      ? []
      : [{ location: { file: stanza.file, span: stanza.nameWord.span }, message: `${stanza.name} inherits it.` }],
    fixes: fixesFor(descriptions, host),
  };
}

function fixesFor(descriptions: readonly StanzaOption[], host: HostModel): readonly Fix[] {
  const comment: Fix = {
    title: 'Make the description a comment',
    safety: 'unsafe',
    edits: descriptions.flatMap(({ file, line }) => commentOut({ file, text: textOf(host, file) }, line.span)),
  };
  const texts = descriptions.map(({ value }) => withoutQuotes(value.text));
  // Quotes and a backslash at the end would end ifup's own command, too.
  if (texts.some((text) => /"|\\$/.test(text))) return [comment];
  const alias: Fix = {
    title: 'Set it with `ip link set … alias` once the bridge is there',
    safety: 'safe',
    edits: descriptions.map(({ file, line }, at) =>
      replaceSpan({ file, text: '' }, line.span, `up ip link set dev $IFACE alias "${texts[at]}"`),
    ),
  };
  return [alias, comment];
}

function withoutQuotes(text: string): string {
  return /^"([^"]*)"$/.exec(text)?.[1] ?? text;
}

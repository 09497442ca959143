import { disableIpv6Line } from '../schema/interfaces/disable-ipv6-line.ts';
import { findMethod } from '../schema/interfaces/index.ts';
import type { OptionLine } from '../syntax/interfaces/ast.ts';
import { appendOptions, deleteOptions, prependOptions, replaceSpan } from '../syntax/interfaces/print.ts';
import type { TextEdit } from '../text/edits.ts';
import { addressesOfStanza } from './addresses.ts';
import type { AddressedBridge } from './guest-bridges.ts';
import type { HostModel, Stanza } from './host.ts';
import { textOf } from './host.ts';
import { keepsIpv6Off, keepsIpv6OffEverywhere } from './ipv6-off.ts';
import { parentStanzas } from './parents.ts';

/** Methods whose options speak of an address, whatever the method of the stanza: for programs that mix them. */
const methodsOfAddresses = ['static', 'dhcp', 'auto'];

/**
 * The edits that make a stanza `manual`: its method is changed, and the options go that only serve an address. Comments,
 * other options and hook commands stay. `line`: an option line to add. `undefined`: not possible, since the
 * stanza inherits, or others inherit from it.
 */
export function makeManual(host: HostModel, stanza: Stanza, line?: string): readonly TextEdit[] | undefined {
  if (stanza.node.inherits !== undefined || parentStanzas(host).has(stanza)) return undefined;
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  const { method } = stanza.node;
  const superfluous = optionsOfAddress(host, stanza);
  const last = stanza.node.options.at(-1);
  // A line that is added where the last one goes takes its place, so that no edit depends on the end of the file.
  const takesPlace = last !== undefined && superfluous.includes(last) && last.span.end === stanza.node.span.end;
  const added =
    line === undefined
      ? []
      : [takesPlace ? replaceSpan(edited, last.span, line) : appendOptions(edited, stanza.node, [line])];
  const deleted = line !== undefined && takesPlace ? superfluous.filter((option) => option !== last) : superfluous;
  return [
    ...(method === undefined ? [] : [replaceSpan(edited, method.span, 'manual')]),
    ...deleteOptions(edited, deleted),
    ...added,
  ];
}

/**
 * The edits that take all addresses from a bridge, and keep IPv6 off it where nothing does so yet. `undefined`: not
 * possible; an alias (`br0:1`) has one, or a stanza inherits it.
 */
export function makeBridgeManual(
  host: HostModel,
  { link, addresses }: AddressedBridge,
): readonly TextEdit[] | undefined {
  if (addresses.some(({ stanza }) => stanza.name !== link.name)) return undefined;
  const stanzas = link.stanzas.filter((stanza) => addressesOfStanza(stanza, host.dialect).length > 0);
  const isOpen = !keepsIpv6Off(link) && !keepsIpv6OffEverywhere(host);
  const edits = stanzas.map((stanza, at) => makeManual(host, stanza, isOpen && at === 0 ? disableIpv6Line : undefined));
  const possible = edits.filter((some) => some !== undefined);
  return possible.length < edits.length ? undefined : possible.flat();
}

/** The edits that make a stanza `manual` and put its method and its address into another one. `undefined`: not possible. */
export function moveAddress(host: HostModel, from: Stanza, to: Stanza): readonly TextEdit[] | undefined {
  const removal = makeManual(host, from);
  const { method } = to.node;
  if (removal === undefined || method === undefined || from.method === undefined) return undefined;
  if (parentStanzas(host).has(to)) return undefined;
  const edited = { file: to.file, text: textOf(host, to.file) };
  const moved = optionsOfAddress(host, from);
  const names = new Set(namesOfOptions(from.family ?? '', from.method));
  // Left over from an earlier method, they would come to life.
  if (optionsOfAddress(host, { ...to, method: from.method }).some(({ name }) => names.has(name.text))) return undefined;
  const lines = moved.map(({ name, value }) => `${name.text} ${value?.text}`);
  return [
    ...removal,
    replaceSpan(edited, method.span, from.method),
    ...(lines.length === 0 ? [] : [prependOptions(edited, to.node, lines)]),
  ];
}

/** The stanza's own options that its method reads and `manual` does not, and `network`, which nothing reads. */
export function optionsOfAddress(host: HostModel, stanza: Stanza): readonly OptionLine[] {
  const methods = host.dialect === 'ifupdown' ? [] : methodsOfAddresses;
  const families = host.dialect === 'ifupdown' ? [stanza.family ?? ''] : ['inet', 'inet6'];
  const names = new Set([
    'network',
    ...families.flatMap((family) =>
      [...methods, stanza.method ?? ''].flatMap((method) => namesOfOptions(family, method)),
    ),
  ]);
  for (const family of families) for (const name of namesOfOptions(family, 'manual')) names.delete(name);
  return stanza.node.options.filter((option) => names.has(option.name.text) && option.value !== undefined);
}

function namesOfOptions(family: string, method: string): readonly string[] {
  return (findMethod(family, method)?.options ?? []).map((option) => option.name);
}

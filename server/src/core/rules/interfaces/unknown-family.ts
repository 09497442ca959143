import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { optionSpelt } from '../../model/stanzas.ts';
import { families, findFamily, findMethod } from '../../schema/interfaces/index.ts';
import type { Word } from '../../syntax/interfaces/ast.ts';
import { appendOptions } from '../../syntax/interfaces/print.ts';
import { nearest } from '../../text/edit-distance.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const unknownFamily: InterfacesRule = {
  ...refusal,
  name: 'unknown-family',
  summary: 'An iface line has a word that is no address family, for which ifupdown refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const { family, method } = stanza.node;
      if (family === undefined || findFamily(family.text) !== undefined) continue;
      const location = { file: stanza.file, span: family.span };
      yield {
        location,
        message: `${reasonFor(family.text, method?.text)} ${afterRefusal(host, stanza.file)}`,
        fixes: fixesFor(stanza, family, host),
      };
    }
  },
};

/** `meta` is ifupdown's own, for `ifup -a`; nobody means it. */
const meantFamilies = families.filter(({ name }) => name !== 'meta');

/** What people write for the two families that are in use. */
const otherNames: Readonly<Record<string, string>> = {
  ip: 'inet',
  ipv4: 'inet',
  ip4: 'inet',
  inet4: 'inet',
  ipv6: 'inet6',
  ip6: 'inet6',
};

function reasonFor(word: string, next: string | undefined): string {
  if (word.startsWith('#'))
    return 'A `#` behind other words begins no comment: ifupdown takes it for the address family.';
  if (next !== undefined && findFamily(next))
    return `An iface line takes one name; \`${word}\` stands where the family belongs.`;
  if (hasMethod(word)) return `The address family is missing before the method \`${word}\`.`;
  const known = meantFamilies.map(({ name }) => `\`${name}\``);
  return `\`${word}\` is no address family of ifupdown: it knows ${known.join(', ')}.`;
}

function hasMethod(word: string): boolean {
  return meantFamilies.some(({ methods }) => methods.some(({ name }) => name === word));
}

function fixesFor(stanza: Stanza, family: Word, host: HostModel): readonly Fix[] {
  const { file, node } = stanza;
  const word = family.text;
  if (word.startsWith('#') || (node.method && findFamily(node.method.text))) return [];
  if (hasMethod(word)) {
    const missing = familyFor(stanza, word);
    const edit = { file, span: { start: family.span.start, end: family.span.start }, text: `${missing} ` };
    const lines = word === 'manual' ? linesToKeepIpv6Off(host, stanza.name) : [];
    const edited = { file, text: textOf(host, file) };
    const edits = lines.length > 0 ? [edit, appendOptions(edited, node, lines)] : [edit];
    return [{ title: `Add \`${missing}\``, safety: 'unsafe', edits }];
  }
  return meant(word, node.method?.text).map((name) => ({
    title: `Write \`${name}\``,
    safety: name === word.toLowerCase() ? 'safe' : 'unsafe',
    edits: [{ file, span: family.span, text: name }],
  }));
}

/** The family that has the method, IPv6 where the address is such a one. */
function familyFor(stanza: Stanza, method: string): string {
  const isIpv6 = optionSpelt(stanza, 'address')?.value.text.includes(':') ?? false;
  if (isIpv6 && findMethod('inet6', method)) return 'inet6';
  return meantFamilies.find(({ name }) => findMethod(name, method))?.name ?? 'inet';
}

/** The families that the word may stand for and that have the method behind it. */
function meant(word: string, method: string | undefined): readonly string[] {
  const lower = word.toLowerCase();
  const other = Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined;
  const names = meantFamilies.map(({ name }) => name);
  const candidates = names.includes(lower) ? [lower] : other ? [other] : nearest(lower, names, 2);
  return candidates.filter((name) => method === undefined || findMethod(name, method) !== undefined);
}

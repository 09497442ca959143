import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import type { FamilyDoc } from '../../schema/interfaces/index.ts';
import { families, findFamily, findMethod } from '../../schema/interfaces/index.ts';
import type { Word } from '../../syntax/interfaces/ast.ts';
import { appendOptions } from '../../syntax/interfaces/print.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { TextEdit } from '../../text/edits.ts';
import { enumerate } from '../../text/markdown.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const unknownMethod: InterfacesRule = {
  ...refusal,
  name: 'unknown-method',
  summary: 'An iface line has a method that its address family does not know, for which ifupdown refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const { family: familyWord, method } = stanza.node;
      const family = familyWord && findFamily(familyWord.text);
      if (!familyWord || !family || !method || findMethod(family.name, method.text)) continue;
      const elsewhere = familiesWith(method.text);
      yield {
        location: { file: stanza.file, span: method.span },
        message: `${reasonFor(method.text, family, elsewhere)} ${afterRefusal(host, stanza.file)}`,
        fixes: fixesFor(stanza, method, family, host, elsewhere, familyWord),
      };
    }
  },
};

/** `meta` is ifupdown's own, for `ifup -a`; nobody means it. */
function familiesWith(method: string): readonly string[] {
  return families.filter(({ name }) => name !== 'meta' && findMethod(name, method)).map(({ name }) => name);
}

function reasonFor(method: string, family: FamilyDoc, elsewhere: readonly string[]): string {
  if (method.startsWith('#')) return 'A `#` behind other words begins no comment: ifupdown takes it for the method.';
  if (elsewhere.length > 0) {
    return `\`${method}\` is a method of ${enumerate(elsewhere.map(quoted))}, not of \`${family.name}\`.`;
  }
  const reason = `\`${method}\` is no method of \`${family.name}\``;
  const near = meant(method.toLowerCase(), family).map(quoted);
  if (near.length > 0) return `${reason}; ${enumerate(near, 'or')} is likely meant.`;
  return `${reason}, which has ${enumerate(family.methods.map(({ name }) => quoted(name)))}.`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}

/** What other programs call the methods, and older habits: the family, where it matters, and the method. */
const otherNames: Readonly<Record<string, { readonly family?: string; readonly method: string }>> = {
  none: { method: 'manual' },
  auto: { family: 'inet', method: 'dhcp' },
  dhcp4: { family: 'inet', method: 'dhcp' },
  dhcpv4: { family: 'inet', method: 'dhcp' },
  dhcp6: { family: 'inet6', method: 'dhcp' },
  dhcpv6: { family: 'inet6', method: 'dhcp' },
};

function fixesFor(
  stanza: Stanza,
  method: Word,
  family: FamilyDoc,
  host: HostModel,
  elsewhere: readonly string[],
  familyWord: Word,
): readonly Fix[] {
  const word = method.text.toLowerCase();
  if (word.startsWith('#')) return [];
  const changeMethod = meant(word, family).map((name): Fix => {
    const isCase = name === word;
    const edits = [{ file: stanza.file, span: method.span, text: name }, ...linesFor(name, stanza, host)];
    return { title: `Write \`${name}\``, safety: isCase && edits.length === 1 ? 'safe' : 'unsafe', edits };
  });
  const changeFamily = elsewhere.map(
    (name): Fix => ({
      title: `Write \`${name} ${method.text}\``,
      safety: 'unsafe',
      edits: [{ file: stanza.file, span: familyWord.span, text: name }],
    }),
  );
  return [...changeMethod, ...changeFamily];
}

function linesFor(method: string, stanza: Stanza, host: HostModel): readonly TextEdit[] {
  const lines = method === 'manual' ? linesToKeepIpv6Off(host, stanza.name) : [];
  if (lines.length === 0) return [];
  return [appendOptions({ file: stanza.file, text: textOf(host, stanza.file) }, stanza.node, lines)];
}

function meant(word: string, family: FamilyDoc): readonly string[] {
  if (findMethod(family.name, word)) return [word];
  const other = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
  if (other && (other.family ?? family.name) === family.name) return [other.method];
  const names = family.methods.map(({ name }) => name);
  return nearest(word, names, word.length > 4 ? 2 : 1);
}

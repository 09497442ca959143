import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { optionSpelt } from '../../model/stanzas.ts';
import { appendOptions } from '../../syntax/interfaces/print.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const ifaceWithoutFamily: InterfacesRule = {
  ...refusal,
  name: 'iface-without-family',
  summary: 'An iface line names no address family, for which ifupdown refuses the file.',
  fixes: ['unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const { node, file, name } = stanza;
      if (node.family !== undefined || node.inherits !== undefined) continue;
      yield {
        location: { file, span: stanza.nameWord.span },
        message:
          `The line names ${name}, but no address family and method, such as \`inet manual\`; only ifupdown2 and ` +
          `ifupdown-ng do without. ${afterRefusal(host, file)}`,
        fixes: wordsFor(stanza).map((words) => addWords(stanza, words, host)),
      };
    }
  },
};

/** What may be meant, the likeliest first: ifupdown2 takes a stanza with an address for `static`, any other for `manual`. */
function wordsFor(stanza: Stanza): readonly string[] {
  if (stanza.name === 'lo') return ['inet loopback'];
  const address = optionSpelt(stanza, 'address')?.value.text;
  if (address === undefined) return ['inet manual', 'inet dhcp'];
  return [address.includes(':') ? 'inet6 static' : 'inet static'];
}

function addWords(stanza: Stanza, words: string, host: HostModel): Fix {
  const { file, node } = stanza;
  const { end } = stanza.nameWord.span;
  const lines = words === 'inet manual' ? linesToKeepIpv6Off(host, stanza.name) : [];
  const edited = { file, text: textOf(host, file) };
  return {
    title: `Add \`${words}\``,
    safety: 'unsafe',
    edits: [
      { file, span: { start: end, end }, text: ` ${words}` },
      ...(lines.length > 0 ? [appendOptions(edited, node, lines)] : []),
    ],
  };
}

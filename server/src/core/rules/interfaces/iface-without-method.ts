import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { optionSpelt } from '../../model/stanzas.ts';
import { findFamily, findMethod } from '../../schema/interfaces/index.ts';
import type { Word } from '../../syntax/interfaces/ast.ts';
import { appendOptions } from '../../syntax/interfaces/print.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const ifaceWithoutMethod: InterfacesRule = {
  ...refusal,
  name: 'iface-without-method',
  summary: 'An iface line has an address family but no method, for which ifupdown refuses the file.',
  fixes: ['unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const { family, method, inherits } = stanza.node;
      if (family === undefined || findFamily(family.text) === undefined || method || inherits) continue;
      yield {
        location: { file: stanza.file, span: family.span },
        message:
          `The method is missing behind \`${family.text}\`, such as \`manual\` or \`static\`. ` +
          afterRefusal(host, stanza.file),
        fixes: methodsFor(stanza, family.text).map((name) => addMethod(stanza, family, name, host)),
      };
    }
  },
};

function methodsFor(stanza: Stanza, family: string): readonly string[] {
  const likely = stanza.name === 'lo' ? ['loopback'] : optionSpelt(stanza, 'address') ? ['static'] : ['manual', 'dhcp'];
  return likely.filter((method) => findMethod(family, method) !== undefined);
}

function addMethod(stanza: Stanza, family: Word, method: string, host: HostModel): Fix {
  const { file, node } = stanza;
  const { end } = family.span;
  const lines = method === 'manual' ? linesToKeepIpv6Off(host, stanza.name) : [];
  const edited = { file, text: textOf(host, file) };
  return {
    title: `Add \`${method}\``,
    safety: 'unsafe',
    edits: [
      { file, span: { start: end, end }, text: ` ${method}` },
      ...(lines.length > 0 ? [appendOptions(edited, node, lines)] : []),
    ],
  };
}

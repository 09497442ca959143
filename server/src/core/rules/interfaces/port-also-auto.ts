import { namesOfTemplates } from '../../model/bridges.ts';
import { isMadeByCommand } from '../../model/hook-commands.ts';
import type { HostModel, Interface, Mark } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { vlanOfName } from '../../model/names.ts';
import { optionsNamed } from '../../model/stanzas.ts';
import { deleteLines, deleteWord } from '../../syntax/interfaces/print.ts';
import type { Fix, Rule } from '../rule.ts';

export const portAlsoAuto: Rule = {
  name: 'port-also-auto',
  group: 'interfaces',
  severity: 'information',
  summary: 'A VLAN is brought up on its own, though the bridge that has it as a port makes it anyway.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    const templates = namesOfTemplates(host);
    for (const link of host.interfaces.values()) {
      const port = link.portOf.find(({ stanza }) => !templates.has(stanza.name));
      const mark = link.marks.find((candidate) => candidate.class === 'auto');
      const vlan = vlanOfName(link.name);
      if (port === undefined || mark === undefined || vlan === undefined) continue;
      if (!isPlain(link) || !isCard(vlan.rawDevice, host)) continue;
      const bridge = port.stanza.name;
      yield {
        location: mark.location,
        message:
          `${bridge} makes ${link.name} itself when it comes up. Brought up on its own as well, ${link.name} gets an ` +
          `IPv6 address on this host, and ifdown ${bridge} deletes it while it counts as up.`,
        related: [{ location: port.location, message: `${bridge} takes ${link.name} as a port here.` }],
        fixes: [withoutMark(mark, host)],
      };
    }
  },
};

/** Whether the stanza says nothing that would be lost without it: bridge-utils makes the VLAN by its name alone. */
function isPlain(link: Interface): boolean {
  return link.stanzas.every(
    ({ method, options }) =>
      method === 'manual' &&
      options.every(({ canonical }) => canonical === 'vlan_raw_device' || canonical === 'description'),
  );
}

/** A bond, a bridge or a tunnel has to be brought up first, which `auto` on its VLAN does (main.c, do_interface). */
function isCard(name: string, host: HostModel): boolean {
  const link = host.interfaces.get(name);
  if (link === undefined) return true;
  return (
    link.bridge === undefined &&
    link.vlan === undefined &&
    link.slaves.length === 0 &&
    !link.uses.some(({ role }) => role === 'bond-master') &&
    !link.stanzas.some((stanza) => optionsNamed(stanza, 'bond_mode').length > 0) &&
    !isMadeByCommand(name, host.stanzas)
  );
}

function withoutMark(mark: Mark, host: HostModel): Fix {
  const { file, span } = mark.location;
  const edited = { file, text: textOf(host, file) };
  const isAlone = mark.statement.names.length <= 1;
  return {
    title: `Take ${mark.name} from the \`auto\` line`,
    safety: 'unsafe',
    edits: [isAlone ? deleteLines(edited, mark.statement.span) : deleteWord(edited, span)],
  };
}

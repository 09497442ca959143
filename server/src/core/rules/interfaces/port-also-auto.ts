import { namesOfTemplates } from '../../model/bridges.ts';
import { namesBroughtUp } from '../../model/bring-up.ts';
import type { HostModel, Interface, Mark, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { namesMadeByCommands } from '../../model/made-by-commands.ts';
import { optionsOfAddress } from '../../model/make-manual.ts';
import { vlanOfName } from '../../model/names.ts';
import { optionsNamed } from '../../model/stanzas.ts';
import { deleteLines, deleteWord } from '../../syntax/interfaces/print.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const portAlsoAuto: InterfacesRule = {
  name: 'port-also-auto',
  group: 'interfaces',
  severity: 'information',
  summary: 'A VLAN is brought up on its own, though the bridge that has it as a port makes it anyway.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    const templates = namesOfTemplates(host);
    const broughtUp = namesBroughtUp(host);
    for (const link of host.interfaces.values()) {
      const port = link.portOf.find(({ stanza }) => !templates.has(stanza.name));
      const marks = link.marks.filter((candidate) => candidate.class === 'auto');
      const [mark] = marks;
      const vlan = vlanOfName(link.name);
      if (port === undefined || mark === undefined || vlan === undefined) continue;
      if (!isPlain(link, host) || !isCard(vlan.rawDevice, host)) continue;
      const bridge = port.stanza.name;
      const isUseless =
        link.portOf.length === 1 &&
        broughtUp.has(bridge) &&
        link.stanzas.every(isManual) &&
        (host.interfaces.get(vlan.rawDevice)?.stanzas ?? []).every(isManual);
      yield {
        location: mark.location,
        message:
          `${bridge} makes ${link.name} itself when it comes up. Brought up on its own as well, ${link.name} gets an ` +
          `IPv6 address on this host, and ifdown ${bridge} deletes it while it counts as up.`,
        related: [{ location: port.location, message: `${bridge} takes ${link.name} as a port here.` }],
        fixes: isUseless ? [withoutMarks(marks, link.name, host)] : [],
      };
    }
  },
};

/**
 * Whether the stanza says nothing that would be lost without it: bridge-utils makes the VLAN by its name alone. An
 * address is lost on a port in any case.
 */
function isPlain(link: Interface, host: HostModel): boolean {
  return link.stanzas.every((stanza) => {
    const superfluous = optionsOfAddress(host, stanza);
    return stanza.options.every(({ canonical, line }) => canonical === 'vlan_raw_device' || superfluous.includes(line));
  });
}

/**
 * Whether bridge-utils can use the device as it finds it. A bond, a bridge or a tunnel has to be brought up first, and so
 * has a card whose stanza says more than `manual`; `auto` on its VLAN does that (main.c, do_interface).
 */
function isCard(name: string, host: HostModel): boolean {
  const link = host.interfaces.get(name);
  if (link === undefined) return true;
  return (
    link.bridge === undefined &&
    link.vlan === undefined &&
    link.slaves.length === 0 &&
    (link.marks.length > 0 || link.stanzas.every((stanza) => saysManual(stanza, link, host))) &&
    !link.uses.some(({ role }) => role === 'bond-master') &&
    !link.stanzas.some((stanza) => optionsNamed(stanza, 'bond_mode').length > 0) &&
    !namesMadeByCommands(host).has(name)
  );
}

/** Whether the stanza is `manual` and nothing else, or should be, as that of a port. */
function saysManual(stanza: Stanza, link: Interface, host: HostModel): boolean {
  const { options } = stanza;
  const superfluous = link.portOf.length > 0 ? optionsOfAddress(host, stanza) : [];
  return (isManual(stanza) || link.portOf.length > 0) && options.every(({ line }) => superfluous.includes(line));
}

function isManual({ method }: Stanza): boolean {
  return method === 'manual';
}

/** On every `auto` line; a line that names nothing else goes. */
function withoutMarks(marks: readonly Mark[], name: string, host: HostModel): Fix {
  const lines = groupBy(marks, ({ statement }) => statement);
  const edits = [...lines].flatMap(([statement, itsMarks]) => {
    const isAlone = statement.names.length <= itsMarks.length;
    return (isAlone ? itsMarks.slice(0, 1) : itsMarks).map(({ location: { file, span } }) => {
      const edited = { file, text: textOf(host, file) };
      return isAlone ? deleteLines(edited, statement.span) : deleteWord(edited, span);
    });
  });
  return { title: `Take ${name} from the \`auto\` line`, safety: 'unsafe', edits };
}

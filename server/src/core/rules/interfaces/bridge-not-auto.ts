import { bridgesMeant } from '../../model/bridges.ts';
import { namesBroughtUp } from '../../model/bring-up.ts';
import type { HostModel, Interface, Mark, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { mayBeAuto } from '../../model/may-be-auto.ts';
import { insertLinesBefore } from '../../syntax/interfaces/print.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';
import { everyDialect } from '../rule.ts';

export const bridgeNotAuto: InterfacesRule = {
  name: 'bridge-not-auto',
  group: 'interfaces',
  severity: 'information',
  summary: 'No auto or allow- line brings the bridge up.',
  refuses: false,
  dialects: everyDialect,
  fixes: ['unsafe'],
  *check({ host }) {
    if (host.incomplete) return;
    const broughtUp = namesBroughtUp(host);
    for (const link of bridgesMeant(host)) {
      if (!broughtUp.has(link.name)) yield* reportsFor(link, host);
    }
  },
};

function reportsFor(link: Interface, host: HostModel): readonly Report[] {
  const stanza = link.bridge?.stanzas[0] ?? link.stanzas[0];
  if (stanza === undefined) return [];
  const waiting = link.bridge?.ports.flatMap(({ name }) => autoMarkOf(name, host))[0];
  const outcome = 'it comes up only by hand, and guests that want it at boot fail to start';
  return [
    {
      location: { file: stanza.file, span: stanza.nameWord.span },
      severity: waiting === undefined ? 'information' : 'warning',
      message:
        waiting === undefined
          ? `No \`auto\` or \`allow-\` line names ${link.name}: ${outcome}.`
          : `${waiting.name} is brought up at boot, but no line brings up ${link.name}, whose port it is: ${outcome}.`,
      related:
        waiting === undefined ? [] : [{ location: waiting.location, message: `${waiting.name} is brought up here.` }],
      fixes: fixesFor(link, stanza, host),
    },
  ];
}

function autoMarkOf(name: string, host: HostModel): readonly Mark[] {
  return (host.interfaces.get(name)?.marks ?? []).filter((mark) => mark.class === 'auto');
}

/** Not for a name with a dot, for which ifupdown brings up another interface too. */
function fixesFor(link: Interface, stanza: Stanza, host: HostModel): readonly Fix[] {
  if (link.name.includes('.') || !mayBeAuto(host, link)) return [];
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  const line = insertLinesBefore(edited, stanza.node.line.start, [`auto ${link.name}`]);
  return [{ title: `Bring ${link.name} up at boot`, safety: 'unsafe', edits: [line] }];
}

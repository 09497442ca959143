import { isMadeByCommand } from '../../model/hook-commands.ts';
import type { HostModel, Interface, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { isOwnOption, optionsNamed } from '../../model/stanzas.ts';
import { prependOptions } from '../../syntax/interfaces/print.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { everyDialect } from '../rule.ts';

export const bridgeWithoutPorts: Rule = {
  name: 'bridge-without-ports',
  group: 'interfaces',
  severity: 'error',
  summary: 'A stanza has bridge options, but no bridge_ports, so no bridge is made.',
  refuses: false,
  dialects: everyDialect,
  fixes: ['unsafe'],
  *check({ host }) {
    for (const link of host.interfaces.values()) {
      if (link.bridge !== undefined || isMadeAnotherWay(link)) continue;
      const [report] = link.stanzas.flatMap((stanza) => reportFor(stanza, host));
      if (report !== undefined) yield report;
    }
  },
};

function isMadeAnotherWay(link: Interface): boolean {
  return (
    isMadeByCommand(link.name, link.stanzas) ||
    link.stanzas.some((stanza) => optionsNamed(stanza, 'ovs_type').length > 0)
  );
}

function reportFor(stanza: Stanza, host: HostModel): readonly Report[] {
  const option = stanza.options.find(
    (candidate) => candidate.canonical.startsWith('bridge_') && isOwnOption(stanza, candidate),
  );
  if (option === undefined) return [];
  if (host.dialect === 'ifupdown2' && optionsNamed(stanza, 'bridge_vlan_aware').length > 0) return [];
  return [
    {
      location: { file: stanza.file, span: stanza.nameWord.span },
      message:
        `${stanza.name} has \`${option.name}\`, but no \`bridge_ports\`: bridge-utils makes no bridge of it, ` +
        'says nothing, and ifup exits with 0.',
      related: [{ location: { file: option.file, span: option.line.span }, message: 'This option has no effect.' }],
      fixes: fixesFor(stanza, host),
    },
  ];
}

function fixesFor(stanza: Stanza, host: HostModel): readonly Fix[] {
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  const candidates = [...host.interfaces.values()]
    .filter((link) => link.name !== stanza.name && isFreeDevice(link))
    .map((link) => link.name);
  return [...candidates, 'none'].map((ports) => ({
    title: `Add \`bridge_ports ${ports}\``,
    safety: 'unsafe',
    edits: [prependOptions(edited, stanza.node, [`bridge_ports ${ports}`])],
  }));
}

/** A declared card or VLAN that nothing uses and that has no address of its own. */
function isFreeDevice(link: Interface): boolean {
  return (
    link.stanzas.length > 0 &&
    link.stanzas.every((stanza) => stanza.method === 'manual') &&
    link.bridge === undefined &&
    link.portOf.length === 0 &&
    link.aliasOf === undefined &&
    link.uses.every((use) => ['iface', 'auto', 'allow'].includes(use.role))
  );
}

import { namesOfTemplates, namesWantedInVain } from '../../model/bridges.ts';
import { isMapped } from '../../model/bring-up.ts';
import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { makeManual } from '../../model/make-manual.ts';
import { missingOptions } from '../../model/required-options.ts';
import { optionSpelt } from '../../model/stanzas.ts';
import { prependOptions } from '../../syntax/interfaces/print.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const staticWithoutAddress: InterfacesRule = {
  name: 'static-without-address',
  group: 'interfaces',
  severity: 'error',
  summary: 'A static stanza has no address, and ifup fails.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    const templates = new Set([...namesOfTemplates(host), ...namesWantedInVain(host)]);
    for (const stanza of host.stanzas) {
      if (stanza.method !== 'static' || !missingOptions(stanza).some(({ name }) => name === 'address')) continue;
      if (templates.has(stanza.name) || isMapped(stanza.name, host) || inheritsFromUnknown(stanza)) continue;
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        message:
          `${stanza.name} is \`${stanza.family} static\`, but has no \`address\`. ifup says "missing required variable: ` +
          'address" and does not bring it up.',
        fixes: [...manual(stanza, host), ...addAddress(stanza, host)],
      };
    }
  },
};

/** The address may stand in the stanza that could not be found. */
function inheritsFromUnknown({ node, parent }: Stanza): boolean {
  return node.inherits !== undefined && parent === undefined;
}

function manual(stanza: Stanza, host: HostModel): readonly Fix[] {
  const [line] = linesToKeepIpv6Off(host, stanza.name, { without: stanza });
  const edits = makeManual(host, stanza, line);
  return edits === undefined ? [] : [{ title: `Make ${stanza.name} manual`, safety: 'unsafe', edits }];
}

/** Not where an address would be out of place: on a port, or on a bridge beside the management interface. */
function addAddress(stanza: Stanza, host: HostModel): readonly Fix[] {
  const link = host.interfaces.get(stanza.name);
  const isGuestBridge = link?.bridge && host.management.size > 0 && !host.management.has(link.name);
  if (!link || link.portOf.length > 0 || isGuestBridge) return [];
  const line = `address ${freeAddress(stanza, host)}`;
  const edited = { file: stanza.file, text: textOf(host, stanza.file) };
  return [
    {
      title: `Add \`${line}\`, to be changed`,
      safety: 'unsafe',
      edits: [prependOptions(edited, stanza.node, [line])],
    },
  ];
}

/** One of the addresses set aside for examples (RFC 5737, RFC 3849) that the host's files do not hold yet. */
function freeAddress(stanza: Stanza, host: HostModel): string {
  const texts = host.files.map(({ tree }) => tree.text);
  const isIpv6 = stanza.family === 'inet6';
  const prefix = optionSpelt(stanza, 'netmask') ? '' : isIpv6 ? '/64' : '/24';
  const network = isIpv6 ? '2001:db8::' : '192.0.2.';
  let number = 1;
  while (number < 254 && texts.some((text) => text.includes(`${network}${number}${prefix}`))) number++;
  return `${network}${number}${prefix}`;
}

import { addressesOfDevice } from '../../model/addresses.ts';
import { bridgesMeant } from '../../model/bridges.ts';
import { vifsReaching } from '../../model/dom0/guest-vifs.ts';
import { addsAddress, commandsAbout } from '../../model/hook-commands.ts';
import type { HostModel, Interface } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { keepsIpv6Off, keepsIpv6OffEverywhere } from '../../model/ipv6-off.ts';
import { parentStanzas } from '../../model/parents.ts';
import { disableIpv6Line } from '../../schema/interfaces/disable-ipv6-line.ts';
import { appendOptions } from '../../syntax/interfaces/print.ts';
import { placesOfVifs, sentenceOnGuests } from '../guests-on-bridge.ts';
import type { InterfacesRule, Report } from '../rule.ts';

export const manualBridgeWithIpv6: InterfacesRule = {
  name: 'manual-bridge-with-ipv6',
  group: 'interfaces',
  severity: 'information',
  summary: 'A bridge without an IP address still gets an IPv6 address, by which guests reach the host.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host, dom0 }) {
    if (host.incomplete || keepsIpv6OffEverywhere(host)) return;
    for (const link of bridgesMeant(host)) {
      const [stanza] = link.bridge?.stanzas ?? [];
      if (stanza === undefined || hasAddressOrNoIpv6(link, host)) continue;
      const guestVifs = vifsReaching(dom0, link.name);
      const [self, guests] = host.isXenHost || dom0.domUs.length > 0 ? ['the dom0', 'domUs'] : ['this host', 'guests'];
      const edited = { file: stanza.file, text: textOf(host, stanza.file) };
      const report: Report = {
        location: { file: stanza.file, span: stanza.nameWord.span },
        message:
          `${link.name} has no address here, but the kernel gives it an IPv6 one (link-local, and a global one where ` +
          `a router advertises): the ${guests} on it reach ${self} by IPv6.${sentenceOnGuests(guestVifs)}`,
        ...(guestVifs.length > 0 ? { severity: 'warning', related: placesOfVifs(guestVifs) } : {}),
        fixes: parentStanzas(host).has(stanza)
          ? []
          : [
              {
                title: `Keep IPv6 off ${link.name}`,
                safety: 'unsafe',
                edits: [appendOptions(edited, stanza.node, [disableIpv6Line])],
              },
            ],
      };
      yield report;
    }
  },
};

function hasAddressOrNoIpv6(link: Interface, host: HostModel): boolean {
  return addressesOfDevice(host, link).length > 0 || keepsIpv6Off(link) || commandsAbout(link).some(addsAddress);
}

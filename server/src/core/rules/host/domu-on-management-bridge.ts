import { vifsReaching } from '../../model/dom0/guest-vifs.ts';
import { placesOfVifs, sentenceOnGuests } from '../guests-on-bridge.ts';
import type { HostRule } from '../rule.ts';

export const domuOnManagementBridge: HostRule = {
  name: 'domu-on-management-bridge',
  group: 'host',
  severity: 'information',
  summary: 'DomUs are on the bridge by which their dom0 is reached.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    const { host } = dom0;
    if (host === undefined || host.management.size === 0) return;
    for (const name of host.management) {
      const [stanza] = host.interfaces.get(name)?.bridge?.stanzas ?? [];
      const guests = vifsReaching(dom0, name);
      if (stanza === undefined || guests.length === 0) continue;
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        message: `The dom0 is reached by ${name}, and domUs are on it, too: they reach what listens in dom0, and may take the address of dom0 or of its gateway for theirs. A bridge of their own, on another card or VLAN, keeps them apart.${sentenceOnGuests(guests)}`,
        related: placesOfVifs(guests),
      };
    }
  },
};

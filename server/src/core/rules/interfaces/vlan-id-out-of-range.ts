import { highestVlanId } from '../../model/names.ts';
import type { InterfacesRule } from '../rule.ts';
import { everyDialect } from '../rule.ts';

export const vlanIdOutOfRange: InterfacesRule = {
  name: 'vlan-id-out-of-range',
  group: 'interfaces',
  severity: 'warning',
  summary: `A VLAN has an id above ${highestVlanId}, and is not made.`,
  refuses: false,
  dialects: everyDialect,
  fixes: [],
  *check({ host }) {
    for (const link of host.interfaces.values()) {
      const id = link.vlan?.id;
      const [stanza] = link.stanzas;
      const [port] = link.portOf;
      if (id === undefined || id <= highestVlanId) continue;
      const location = stanza ? { file: stanza.file, span: stanza.nameWord.span } : port?.location;
      if (location === undefined) continue;
      yield {
        location,
        message:
          `${link.name} asks for VLAN ${id}, but ids go up to ${highestVlanId}: the kernel says \`Invalid VLAN id\`, ` +
          'no VLAN is made, and ifup exits with 0.',
      };
    }
  },
};

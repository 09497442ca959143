import type { Rule } from '../rule.ts';
import { everyDialect } from '../rule.ts';

/** The kernel takes 0 as well, which only marks a priority; 4095 is reserved (IEEE 802.1Q). */
const highestId = 4094;

export const vlanIdOutOfRange: Rule = {
  name: 'vlan-id-out-of-range',
  group: 'interfaces',
  severity: 'warning',
  summary: 'A VLAN has an id above 4094, and is not made.',
  refuses: false,
  dialects: everyDialect,
  fixes: [],
  *check({ host }) {
    for (const link of host.interfaces.values()) {
      const id = link.vlan?.id;
      const [stanza] = link.stanzas;
      const [port] = link.portOf;
      if (id === undefined || id <= highestId) continue;
      const location = stanza ? { file: stanza.file, span: stanza.nameWord.span } : port?.location;
      if (location === undefined) continue;
      yield {
        location,
        message:
          `${link.name} asks for VLAN ${id}, but ids go up to ${highestId}: the kernel says \`Invalid VLAN id\`, ` +
          'no VLAN is made, and ifup exits with 0.',
      };
    }
  },
};

import { afterRefusal, problemsOf, refusal } from '../refusal.ts';
import type { InterfacesRule } from '../rule.ts';

export const ifaceWithoutName: InterfacesRule = {
  ...refusal,
  name: 'iface-without-name',
  summary: 'An iface line names no interface, for which ifupdown refuses the file.',
  fixes: [],
  *check({ host }) {
    for (const { location } of problemsOf(host, 'iface-without-name')) {
      yield {
        location,
        message: `\`iface\` stands alone: an interface, a family and a method belong behind it. ${afterRefusal(host, location.file)}`,
      };
    }
  },
};

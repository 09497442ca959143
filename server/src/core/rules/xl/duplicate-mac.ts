import type { VifUse } from '../../model/xl/devices.ts';
import { vifsOf } from '../../model/xl/devices.ts';
import { formatMac } from '../../syntax/xl/values/mac.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import { replacing } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const duplicateMac: XlRule = {
  name: 'duplicate-mac',
  group: 'xl',
  severity: 'warning',
  summary: 'Two vifs of a guest have the same MAC address.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config, newMac }) {
    const seen = new Map<string, VifUse>();
    for (const vif of vifsOf(config)) {
      if (vif.spec.mac === undefined) continue;
      const mac = formatMac(vif.spec.mac);
      const first = seen.get(mac);
      if (first === undefined) {
        seen.set(mac, vif);
        continue;
      }
      const span = spanOf(vif);
      yield {
        location: placeIn(config, span),
        message:
          `Another vif of this guest has the address \`${mac}\`, too: nothing checks it, but on one bridge neither gets all of its ` +
          'packets, and the guest cannot tell its cards apart.',
        related: [{ location: placeIn(config, spanOf(first)), message: 'The first one.' }],
        fixes: [{ ...replacing(config, span, newMac()), title: 'Write a new address' }],
      };
    }
  },
};

function spanOf({ spec }: VifUse): Span {
  return fieldOf(spec, 'mac')?.value?.span ?? spec.atom.span;
}

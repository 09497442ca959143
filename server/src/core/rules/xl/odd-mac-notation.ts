import { vifsOf } from '../../model/xl/devices.ts';
import { writtenMac } from '../../model/xl/vif-macs.ts';
import { inlineCode } from '../../text/markdown.ts';
import { replacing } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const oddMacNotation: XlRule = {
  name: 'odd-mac-notation',
  group: 'xl',
  severity: 'warning',
  summary: 'A MAC address is written otherwise than as six bytes of two digits with colons between.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const vif of vifsOf(config)) {
      const mac = writtenMac(vif);
      if (mac?.usual === undefined) continue;
      const text = mac.value.text.trimEnd();
      if (text.toLowerCase() === mac.usual) continue;
      const rest = text.slice(mac.reading.end).trim();
      const span = mac.value.span;
      const what =
        rest === ''
          ? 'xl takes it, since any character may stand between two bytes'
          : `xl looks at nothing behind the sixth byte, and ${inlineCode(rest)} is lost`;
      yield {
        location: placeIn(config, span),
        message: `${inlineCode(text)} is to xl the address ${inlineCode(mac.usual)}: ${what}. Other programs may not find it here.`,
        fixes: [replacing(config, span, mac.usual, 'safe')],
      };
    }
  },
};

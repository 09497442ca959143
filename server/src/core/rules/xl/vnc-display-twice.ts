import { vncServerOf } from '../../model/xl/vnc.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';

export const vncDisplayTwice: XlRule = {
  name: 'vnc-display-twice',
  group: 'xl',
  severity: 'error',
  summary: 'The VNC display is given by `vncdisplay` and behind the address of `vnclisten`, too.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    const server = vncServerOf(config);
    if (server?.listen === undefined || server.display === undefined) return;
    const refuses = config.guest === 'hvm';
    if (server.display.value === 0 || !server.listen.text.includes(':') || !(refuses || server.isOn)) return;
    yield {
      location: placeIn(config, server.display.span),
      refuses,
      message: `\`vnclisten\` has a colon, so its end is the display already, but \`vncdisplay\` is ${inlineCode(String(server.display.value))}. ${
        refuses
          ? afterXlRefusal(config)
          : 'libxl says `vncdisplay set, vnclisten contains display`, and the guest does not start.'
      }`,
      related: [{ location: placeIn(config, server.listen.shown), message: 'This has a colon.' }],
    };
  },
};

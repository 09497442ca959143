import { vncServerOf } from '../../model/xl/vnc.ts';
import { replacing } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const vncPortAsDisplay: XlRule = {
  name: 'vnc-port-as-display',
  group: 'xl',
  severity: 'warning',
  summary: 'A VNC display looks like a port, to which QEMU adds 5900 once more.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const server = vncServerOf(config);
    if (server?.display === undefined || !server.isOn) return;
    // A display behind the address is another matter.
    if (server.listen?.text.includes(':') === true) return;
    const { value, span } = server.display;
    if (value < firstPort || value > lastPort) return;
    const port = value + firstPort;
    yield {
      location: placeIn(config, span),
      message:
        `\`vncdisplay\` counts displays, not ports: QEMU adds ${firstPort} to this one, ` +
        (port > lastPort ? 'and there is no such port.' : `and listens on port ${port}.`),
      fixes: [replacing(config, span, String(value - firstPort))],
    };
  },
};

/** That of display 0. */
const firstPort = 5900;
const lastPort = 65_535;

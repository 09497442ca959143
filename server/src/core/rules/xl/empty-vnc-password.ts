import type { XlConfig } from '../../model/xl/config.ts';
import type { VncServer } from '../../model/xl/vnc.ts';
import { isEveryAddress, isLoopback, vncAddress, vncServerOf } from '../../model/xl/vnc.ts';
import { inlineCode } from '../../text/markdown.ts';
import { removingFrom } from '../device-fault.ts';
import type { Fix, Severity, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const emptyVncPassword: XlRule = {
  name: 'empty-vnc-password',
  group: 'xl',
  severity: 'information',
  summary: 'The password for VNC is empty, which libxl takes for none.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const server = vncServerOf(config);
    if (server?.isOn !== true || server.password?.text !== '') return;
    const address = server.listen === undefined ? '127.0.0.1' : vncAddress(server.listen.text);
    // That it is open to all is told where the address stands (vnc-open-to-network).
    if (isEveryAddress(address)) return;
    const isLocal = isLoopback(address);
    const severity: Severity = isLocal ? 'information' : 'warning';
    yield {
      location: placeIn(config, server.password.shown),
      severity,
      message: `An empty password is none: VNC lets in whoever reaches ${inlineCode(address)}${isLocal ? ', which is every user of dom0' : ''}.`,
      fixes: isLocal ? withoutIt(config, server.password) : [],
    };
  },
};

function withoutIt(config: XlConfig, password: NonNullable<VncServer['password']>): readonly Fix[] {
  if (password.use !== undefined)
    return [removingFrom(config, password.use, password.shown, 'Remove `vncpasswd`', 'unsafe')];
  const setting = config.settings.get('vncpasswd');
  const [line, ...more] = setting?.assignments ?? [];
  return line === undefined || more.length > 0 ? [] : fixByComment(config, line.span);
}

import type { SpiceServer } from '../../model/xl/spice.ts';
import { spiceServerOf } from '../../model/xl/spice.ts';
import { numberOf } from '../../model/xl/values.ts';
import { isEveryAddress, isLoopback } from '../../model/xl/vnc.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import { addAssignmentAfter } from '../../syntax/xl/print.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const spiceWithoutPassword: XlRule = {
  name: 'spice-without-password',
  group: 'xl',
  severity: 'warning',
  summary: "The guest's screen and keyboard are open by Spice to whoever reaches dom0, without a password.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const server = spiceServerOf(config);
    const switchedOff = numberOf(config.settings, 'spicedisable_ticketing');
    if (server?.isOpen !== true || !server.hasPort || switchedOff === undefined) return;
    const { host } = server;
    // What is missing may stand in a line that cannot be read.
    if (host === undefined && config.tree.problems.length > 0) return;
    if (host !== undefined && (isLoopback(host.text) || isTemplate(host.text))) return;
    const fix: Fix = {
      title: 'Listen at 127.0.0.1 only',
      safety: 'unsafe',
      edits: [
        host === undefined
          ? addAssignmentAfter(config, server.line, 'spicehost = "127.0.0.1"')
          : replaceIn(config, host.span, '127.0.0.1'),
      ],
    };
    yield {
      location: placeIn(config, switchedOff.span),
      message: `Spice asks for no password, and listens at ${addressOf(server)}: whoever reaches it sees this guest's screen and types on its keyboard.`,
      fixes: host === undefined || host.span.end > host.span.start ? [fix] : [],
    };
  },
};

function addressOf({ host }: SpiceServer): string {
  if (host === undefined) return 'every address of dom0, as there is no `spicehost`';
  return isEveryAddress(host.text) ? 'every address of dom0' : inlineCode(host.text);
}

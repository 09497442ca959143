import { isEveryAddress, vncAddress, vncServerOf } from '../../model/xl/vnc.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const vncOpenToNetwork: XlRule = {
  name: 'vnc-open-to-network',
  group: 'xl',
  severity: 'warning',
  summary: "The guest's screen and keyboard are open to whoever reaches dom0, without a password.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const server = vncServerOf(config);
    const listen = server?.listen;
    if (server?.isOn !== true || listen === undefined || (server.password?.text ?? '') !== '') return;
    const address = vncAddress(listen.text);
    if (!isEveryAddress(address)) return;
    const end = listen.span.start + (listen.text.startsWith(address) ? address.length : 0);
    const isPlain =
      listen.span.end - listen.span.start === listen.text.length && listen.shown.start === listen.span.start;
    const edit = replaceIn(config, { start: listen.span.start, end }, '127.0.0.1');
    yield {
      location: placeIn(config, listen.shown),
      message: `${address === '' ? 'An empty address' : inlineCode(address)} is every address of dom0, and no password is asked for: whoever reaches dom0 sees this guest's screen and types on its keyboard.`,
      fixes: isPlain ? [{ title: 'Listen at 127.0.0.1 only', safety: 'unsafe', edits: [edit] }] : [],
    };
  },
};

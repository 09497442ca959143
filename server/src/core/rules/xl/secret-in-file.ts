import type { XlConfig } from '../../model/xl/config.ts';
import { spiceServerOf } from '../../model/xl/spice.ts';
import { vncServerOf } from '../../model/xl/vnc.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import type { Span } from '../../text/span.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const secretInFile: XlRule = {
  name: 'secret-in-file',
  group: 'xl',
  severity: 'hint',
  summary: 'A password stands in clear text in the file, and where libxl hands it on.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const { span, text, shownBy } of secretsIn(config)) {
      if (text === '' || isTemplate(text)) continue;
      yield {
        location: placeIn(config, span),
        message: `This password stands in clear text: here, so let only root read the file (\`chmod 600\`), and ${shownBy}.`,
      };
    }
  },
};

interface Secret {
  readonly text: string;
  readonly span: Span;
  /** Where else it can be read, as the end of a sentence. */
  readonly shownBy: string;
}

/** The passwords that are in use. */
function secretsIn(config: XlConfig): readonly Secret[] {
  const server = vncServerOf(config);
  const vnc = server?.isOn === true ? server.password : undefined;
  const spice = spiceServerOf(config)?.password;
  return [
    ...(vnc === undefined ? [] : [{ ...vnc, shownBy: 'in XenStore, where libxl puts it' }]),
    ...(spice === undefined
      ? []
      : [{ ...spice, shownBy: 'on the command line of QEMU, which `ps` shows to every user of dom0' }]),
  ];
}

import { namesOfTemplates, namesWantedInVain } from '../../model/bridges.ts';
import { isMapped } from '../../model/bring-up.ts';
import { textOf } from '../../model/host.ts';
import { missingOptions } from '../../model/required-options.ts';
import { prependOptions } from '../../syntax/interfaces/print.ts';
import { enumerate } from '../../text/markdown.ts';
import type { InterfacesRule } from '../rule.ts';

export const missingRequiredOption: InterfacesRule = {
  name: 'missing-required-option',
  group: 'interfaces',
  severity: 'error',
  summary: 'A tunnel, CAN or IPX stanza lacks an option that its method needs, and ifup fails.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    const templates = new Set([...namesOfTemplates(host), ...namesWantedInVain(host)]);
    for (const stanza of host.stanzas) {
      // The address of a static stanza has a rule of its own.
      const missing = missingOptions(stanza).filter(({ name }) => name !== 'address' || stanza.method !== 'static');
      const [first] = missing;
      if (first === undefined || templates.has(stanza.name) || isMapped(stanza.name, host)) continue;
      if (stanza.node.inherits !== undefined && stanza.parent === undefined) continue;
      const lines = missing.map(({ name, example }) => `${name} ${example}`);
      const edited = { file: stanza.file, text: textOf(host, stanza.file) };
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        message:
          `${stanza.name} is \`${stanza.family} ${stanza.method}\`, but has no ${enumerate(missing.map(({ name }) => `\`${name}\``))}. ` +
          `ifup says "missing required variable: ${first.name}" and does not bring it up.`,
        fixes: [
          {
            title: `Add ${enumerate(lines.map((line) => `\`${line}\``))}, to be changed`,
            safety: 'unsafe',
            edits: [prependOptions(edited, stanza.node, lines)],
          },
        ],
      };
    }
  },
};

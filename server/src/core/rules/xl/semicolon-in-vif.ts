import { vifsOf } from '../../model/xl/devices.ts';
import { swallowingFields } from '../../model/xl/vif-semicolons.ts';
import { enumerate, inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const semicolonInVif: XlRule = {
  name: 'semicolon-in-vif',
  group: 'xl',
  severity: 'error',
  summary: 'A semicolon stands between parameters of a vif, so that xl takes the second for a part of the first.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const vif of vifsOf(config)) {
      for (const { field, semicolons, swallowed } of swallowingFields(vif)) {
        const [first] = semicolons;
        if (first === undefined) continue;
        const lost = `${enumerate(swallowed.map(inlineCode))} ${swallowed.length === 1 ? 'is' : 'are'} not set`;
        yield {
          location: placeIn(config, first),
          message: `Commas stand between the parameters of a vif: to xl what is behind this semicolon belongs to ${inlineCode(field.name.trim())}, and ${lost}.`,
          fixes: [
            {
              title: semicolons.length === 1 ? 'Write a comma' : 'Write commas',
              // The parameters that xl then reads may put the guest elsewhere.
              safety: 'unsafe',
              edits: semicolons.map((span) => ({ file: config.file, span, text: ',' })),
            },
          ],
        };
      }
    }
  },
};

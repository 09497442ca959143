import { atomsOf } from '../../model/xl/values.ts';
import { findKey } from '../../schema/xl/index.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { fixByComment } from '../xl-wording.ts';

export const contradictoryGuestType: XlRule = {
  name: 'contradictory-guest-type',
  group: 'xl',
  severity: 'error',
  summary: '`builder` and `type` name different types of guests, for which xl refuses the file.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const [type, builder] = ['type', 'builder'].map((key) => {
      const text = atomsOf(config.settings, key)[0]?.text;
      const isKnown = text !== undefined && findKey('domain', key)?.value?.check(text) === undefined;
      return isKnown ? config.settings.get(key)?.effective[0] : undefined;
    });
    // With both known, xl finds no type only where they contradict each other.
    if (config.guest !== undefined || type === undefined || builder === undefined) return;
    yield {
      location: placeIn(config, builder.span),
      message: `\`builder\` names another type of guest than \`type\`. ${afterXlRefusal(config)}`,
      related: [{ location: placeIn(config, type.span), message: 'The type is given here.' }],
      fixes: fixByComment(config, builder.span, 'Make a comment of `builder`'),
    };
  },
};

import { numberOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const vcpusAboveMaximum: XlRule = {
  name: 'vcpus-above-maximum',
  group: 'xl',
  severity: 'error',
  summary: 'More virtual CPUs are to be online than the guest can have; xl refuses the file.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const [vcpus, most] = [numberOf(config.settings, 'vcpus'), numberOf(config.settings, 'maxvcpus')];
    // To xl, maxvcpus = 0 is none.
    if (vcpus === undefined || most === undefined || most.value <= 0n || vcpus.value <= most.value) return;
    yield {
      location: placeIn(config, vcpus.span),
      message: `\`vcpus\` is ${vcpus.value}, but \`maxvcpus\` only ${most.value}. ${afterXlRefusal(config)}`,
      related: [{ location: placeIn(config, most.span), message: 'The maximum stands here.' }],
      fixes: [
        {
          title: `Raise \`maxvcpus\` to ${vcpus.value}`,
          safety: 'unsafe',
          edits: [replaceIn(config, most.span, String(vcpus.value))],
        },
        {
          title: `Lower \`vcpus\` to ${most.value}`,
          safety: 'unsafe',
          edits: [replaceIn(config, vcpus.span, String(most.value))],
        },
      ],
    };
  },
};

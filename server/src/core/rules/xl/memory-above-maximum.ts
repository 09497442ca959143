import { numberOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const memoryAboveMaximum: XlRule = {
  name: 'memory-above-maximum',
  group: 'xl',
  severity: 'warning',
  summary: 'The guest is to start with more memory than it may ever have.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const [memory, most] = [numberOf(config.settings, 'memory'), numberOf(config.settings, 'maxmem')];
    if (memory === undefined || most === undefined || most.value <= 0n || memory.value <= most.value) return;
    const outcome =
      config.guest === 'pv' ? 'libxl takes `memory`, and the maximum means nothing' : 'the guest gets the maximum only';
    yield {
      location: placeIn(config, memory.span),
      message: `\`memory\` is ${memory.value} MiB, but \`maxmem\` only ${most.value} MiB. Nothing is said: ${outcome}.`,
      related: [{ location: placeIn(config, most.span), message: 'The maximum stands here.' }],
      fixes: [
        {
          title: `Raise \`maxmem\` to ${memory.value}`,
          safety: 'unsafe',
          edits: [replaceIn(config, most.span, String(memory.value))],
        },
        {
          title: `Lower \`memory\` to ${most.value}`,
          safety: 'unsafe',
          edits: [replaceIn(config, memory.span, String(most.value))],
        },
      ],
    };
  },
};

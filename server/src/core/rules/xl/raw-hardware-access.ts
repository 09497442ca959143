import { listOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

/** What each key hands over, as the object of a sentence. */
const kindsOfHardware: readonly (readonly [key: string, hardware: string])[] = [
  ['ioports', 'I/O ports'],
  ['irqs', 'interrupts'],
  ['iomem', 'memory'],
];

export const rawHardwareAccess: XlRule = {
  name: 'raw-hardware-access',
  group: 'xl',
  severity: 'information',
  summary: "A guest gets ports, interrupts or memory of the host's hardware to itself.",
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const [key, hardware] of kindsOfHardware) {
      const [assignment] = config.settings.get(key)?.effective ?? [];
      if (assignment === undefined || (listOf(config.settings, key)?.length ?? 0) === 0) continue;
      yield {
        location: placeIn(config, assignment.key.span),
        message: `\`${key}\` hands ${hardware} of the host's hardware to the guest as they are: what it does with them may reach dom0 and other guests, so only for a guest that you trust as dom0.`,
      };
    }
  },
};

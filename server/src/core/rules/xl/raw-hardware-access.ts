import { listOf } from '../../model/xl/values.ts';
import { enumerate } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

/** The keys, and what they hand over. */
const kindsOfHardware = { ioports: 'I/O ports', irqs: 'interrupts', iomem: 'memory' } as const;

export const rawHardwareAccess: XlRule = {
  name: 'raw-hardware-access',
  group: 'xl',
  severity: 'information',
  summary: "A guest gets ports, interrupts or memory of the host's hardware to itself.",
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    const found = Object.entries(kindsOfHardware)
      .filter(([key]) => (listOf(config.settings, key)?.length ?? 0) > 0)
      .flatMap(([key, hardware]) => {
        const [assignment] = config.settings.get(key)?.effective ?? [];
        return assignment === undefined ? [] : [{ place: placeIn(config, assignment.key.span), hardware }];
      })
      .toSorted((one, other) => one.place.span.start - other.place.span.start);
    const [first, ...others] = found;
    if (first === undefined) return;
    const handed = enumerate(
      found.map(({ hardware }) => hardware),
      'and',
    );
    yield {
      location: first.place,
      message: `The guest gets ${handed} of the host's hardware to itself: what it does with them may reach dom0 and other guests, so only for one that you trust as dom0.`,
      related: others.map(({ place }) => ({ location: place, message: 'Here, too.' })),
    };
  },
};

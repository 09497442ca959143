import { numberOf } from '../../model/xl/values.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const pciWithBallooning: XlRule = {
  name: 'pci-with-ballooning',
  group: 'xl',
  severity: 'error',
  summary: 'An HVM guest with a PCI device is to start with less memory than its maximum, which libxl cannot do.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const { guest, settings } = config;
    const memory = numberOf(settings, 'memory');
    const maximum = numberOf(settings, 'maxmem');
    if (guest !== 'hvm' || memory === undefined || maximum === undefined || memory.value >= maximum.value) return;
    const device = config.specs.find(({ language }) => language === 'pci');
    // Either number is of some other size where xl takes it for 0.
    if (device === undefined || memory.value <= 0n) return;
    yield {
      location: placeIn(config, memory.span),
      message:
        'A guest with PCI devices needs all of its memory from the start: libxl says `IOMMU required for device passthrough but not ' +
        'supported together with PoD`, and the guest does not start.',
      related: [
        { location: placeIn(config, maximum.span), message: 'The maximum is more.' },
        { location: placeIn(config, device.value.span), message: 'The device.' },
      ],
      fixes: [
        {
          title: `Write \`memory = ${maximum.value}\``,
          safety: 'unsafe',
          edits: [replaceIn(config, memory.span, String(maximum.value))],
        },
      ],
    };
  },
};

import { isForArm } from '../../model/xl/read-settings.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const pciOnPvh: XlRule = {
  name: 'pci-on-pvh',
  group: 'xl',
  severity: 'error',
  summary: 'A PVH guest is given a PCI device, which libxl cannot do.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    if (config.guest !== 'pvh' || isForArm(config)) return;
    const [first] = config.specs.filter(({ language }) => language === 'pci');
    if (first === undefined) return;
    yield {
      location: placeIn(config, first.assignment.key.span),
      message:
        'A PVH guest cannot have PCI devices on x86: libxl says `passthrough not yet supported for x86 PVH guests`, and the guest does ' +
        'not start. HVM and PV guests can.',
    };
  },
};

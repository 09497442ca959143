import { faultsIn, reportOf } from '../device-fault.ts';
import { describeFault } from '../device-faults/index.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unreadablePci: XlRule = {
  ...xlRefusal,
  name: 'unreadable-pci',
  kinds: ['domain'],
  summary: 'A PCI device has no address that xl can read, or a parameter that it does not know.',
  fixes: ['unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'pci')) {
      if (fault.effect !== 'refused') continue;
      const report = describeFault(fault);
      if (report !== undefined)
        yield reportOf(fault, { ...report, message: `${report.message} ${afterXlRefusal(config)}` });
    }
  },
};

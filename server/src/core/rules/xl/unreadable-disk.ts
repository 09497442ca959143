import { faultsIn, reportOf } from '../device-fault.ts';
import { describeFault } from '../device-faults/index.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unreadableDisk: XlRule = {
  ...xlRefusal,
  name: 'unreadable-disk',
  kinds: ['domain'],
  summary: 'A disk has a parameter, or lacks one, for which xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.effect !== 'refused') continue;
      const report = describeFault(fault);
      if (report !== undefined)
        yield reportOf(fault, { ...report, message: `${report.message} ${afterXlRefusal(config)}` });
    }
  },
};

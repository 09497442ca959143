import { faultsIn, reportOf } from '../device-fault.ts';
import { describeFault, deviceLanguages } from '../device-faults/index.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

/** These have rules of their own for what xl refuses. */
const others: readonly string[] = ['disk', 'pci', 'cpu-list'];

export const unreadableDevice: XlRule = {
  ...xlRefusal,
  name: 'unreadable-device',
  kinds: ['domain'],
  summary: 'The string of a device has something, or lacks something, for which xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, ...deviceLanguages.filter((language) => !others.includes(language)))) {
      if (fault.effect !== 'refused') continue;
      const report = describeFault(fault);
      if (report !== undefined)
        yield reportOf(fault, { ...report, message: `${report.message} ${afterXlRefusal(config)}` });
    }
  },
};

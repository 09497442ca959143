import { faultsIn, reportOf } from '../device-fault.ts';
import { describeFault, deviceLanguages } from '../device-faults/index.ts';
import type { XlRule } from '../rule.ts';

export const droppedDeviceParameter: XlRule = {
  name: 'dropped-device-parameter',
  group: 'xl',
  severity: 'error',
  summary: "xl drops a part of a device's string, or takes it for something else than it says.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, ...deviceLanguages)) {
      if (fault.effect !== 'dropped' && fault.effect !== 'misread') continue;
      const report = describeFault(fault);
      if (report === undefined) continue;
      const severity = report.severity ?? (fault.effect === 'dropped' ? 'error' : 'warning');
      yield reportOf(fault, { ...report, severity });
    }
  },
};

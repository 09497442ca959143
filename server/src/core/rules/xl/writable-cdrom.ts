import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const writableCdrom: XlRule = {
  name: 'writable-cdrom',
  group: 'xl',
  severity: 'information',
  summary: 'A CD-ROM drive has access w, which xl turns into r.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'writable-cdrom') continue;
      yield reportOf(fault, {
        message: 'xl makes every CD-ROM drive read-only, whatever its access says.',
        fixes: [replacing(config, fault.span, 'r', 'safe')],
      });
    }
  },
};

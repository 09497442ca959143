import { faultsIn, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const rdmPolicyDropped: XlRule = {
  name: 'rdm-policy-dropped',
  group: 'xl',
  severity: 'error',
  summary: 'xl drops all of rdm= where it has a policy, by a slip of its own.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const fault of faultsIn(config, 'rdm')) {
      if (fault.kind !== 'rdm-with-policy') continue;
      yield reportOf(fault, {
        message:
          'By a slip xl takes every right `policy` for a fault and drops all of `rdm` without a word. `rdm_policy` in an entry of `pci` ' +
          'sets it for that device.',
      });
    }
  },
};

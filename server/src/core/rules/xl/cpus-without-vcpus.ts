import { vcpuCount } from '../../model/xl/vcpu-count.ts';
import { addAssignmentBefore } from '../../syntax/xl/print.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const cpusWithoutVcpus: XlRule = {
  name: 'cpus-without-vcpus',
  group: 'xl',
  severity: 'warning',
  summary: 'A guest is bound to CPUs, but has neither vcpus nor maxvcpus, so that xl before 4.22 binds nothing.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.tree.problems.length > 0 || vcpuCount(config) !== 0n) return;
    for (const key of ['cpus', 'cpus_soft']) {
      const setting = config.settings.get(key);
      const assignment = setting?.effective[0];
      if (setting === undefined || assignment?.value === undefined) continue;
      const mayAdd = !config.settings.has('vcpus') && !config.settings.has('maxvcpus');
      const fix: Fix = {
        title: 'Add `vcpus = 1`',
        safety: 'unsafe',
        edits: [addAssignmentBefore(config, assignment, 'vcpus = 1')],
      };
      yield {
        location: placeIn(config, assignment.key.span),
        message: `\`${key}\` has no effect without \`vcpus\`: xl of Xen ${config.xenVersion} binds as many vCPUs as are set, which is none.`,
        fixes: mayAdd ? [fix] : [],
      };
    }
  },
};

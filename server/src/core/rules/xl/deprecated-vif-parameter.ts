import { vifsOf } from '../../model/xl/devices.ts';
import { faultsIn, removing, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const deprecatedVifParameter: XlRule = {
  name: 'deprecated-vif-parameter',
  group: 'xl',
  severity: 'hint',
  summary: 'A vif has netdev=, now gatewaydev=, or accel=, which xl does not support any more.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const { spec } of vifsOf(config)) {
      for (const { name, replacement, span } of spec.deprecated) {
        yield {
          location: placeIn(config, span),
          message: `\`${name}\` is the old name of \`${replacement}\`; xl takes it with a message.`,
          tag: 'deprecated',
          fixes: [replacing(config, span, replacement, 'safe')],
        };
      }
    }
    for (const fault of faultsIn(config, 'vif')) {
      if (fault.kind !== 'vif-accel') continue;
      yield reportOf(fault, {
        message: 'xl does not support `accel` and passes over it with a message.',
        tag: 'unnecessary',
        fixes: [removing(fault, fault.span, 'Remove `accel`', 'safe')],
      });
    }
  },
};

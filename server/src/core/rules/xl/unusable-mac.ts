import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const unusableMac: XlRule = {
  name: 'unusable-mac',
  group: 'xl',
  severity: 'error',
  summary: 'A MAC address is one of a group, which no card may have, or zeros, which libxl takes for none.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config, newMac }) {
    for (const fault of faultsIn(config, 'vif')) {
      const isZero = fault.kind === 'zero-vif-mac';
      if (!isZero && fault.kind !== 'multicast-vif-mac') continue;
      const message = isZero
        ? 'libxl takes an address of zeros for none and makes up a random one at each start.'
        : `${inlineCode(fault.text)} is the address of a group, since its first byte is odd: no card may have it, and the guest's ` +
          'kernel does not bring the vif up.';
      yield reportOf(fault, {
        message,
        severity: isZero ? 'warning' : 'error',
        fixes: [{ ...replacing(config, fault.span, newMac()), title: 'Write a new address' }],
      });
    }
  },
};

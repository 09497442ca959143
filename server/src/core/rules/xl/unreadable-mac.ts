import { macOfDigits } from '../../model/xl/vif-macs.ts';
import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const unreadableMac: XlRule = {
  name: 'unreadable-mac',
  group: 'xl',
  severity: 'error',
  summary: 'A vif has a MAC address that xl cannot read, so that the guest gets another one.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config, newMac }) {
    for (const fault of faultsIn(config, 'vif')) {
      const isShort = fault.kind === 'short-vif-mac';
      if (!isShort && fault.kind !== 'unreadable-vif-mac') continue;
      const meant = macOfDigits(fault.text);
      const after = isShort
        ? 'xl reads on behind its end, and what the guest gets depends on what stands there.'
        : "xl says `Invalid parameter 'mac'` and goes on with what it could read of it, or with a random address at each start.";
      yield reportOf(fault, {
        message: `${inlineCode(fault.text)} is no MAC address, which is six bytes such as \`00:16:3e:12:34:56\`: ${after}`,
        fixes: [
          ...(meant === undefined ? [] : [replacing(config, fault.span, meant)]),
          { ...replacing(config, fault.span, newMac()), title: 'Write a new address' },
        ],
      });
    }
  },
};

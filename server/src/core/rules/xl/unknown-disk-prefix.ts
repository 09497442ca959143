import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, meantBy, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unknownDiskPrefix: XlRule = {
  ...xlRefusal,
  name: 'unknown-disk-prefix',
  kinds: ['domain'],
  summary: "A disk's target begins with a word and a colon that xl takes for a prefix and does not know.",
  fixes: ['unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'unknown-disk-prefix') continue;
      const word = fault.text.replace(/:$/, '');
      const rest = config.tree.text.slice(fault.span.end, fault.use.value.atom.span.end);
      const advice = rest.startsWith('//') ? ' xl itself reads no URL; a `script=` may.' : '';
      yield reportOf(fault, {
        message:
          `xl takes ${inlineCode(fault.text)} in front of the target for a prefix such as \`phy:\`, and knows none of that name.` +
          `${advice} ${afterXlRefusal(config)}`,
        fixes: meantBy(word, prefixes).map((prefix) => replacing(config, fault.span, `${prefix}:`)),
      });
    }
  },
};

const prefixes: readonly string[] = ['phy', 'file', 'raw', 'qcow', 'qcow2', 'vhd', 'tap', 'aio', 'nbd', 'drbd', 'iscsi'];

import { faultsIn, fieldAt, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const blankBehindVifValue: XlRule = {
  name: 'blank-behind-vif-value',
  group: 'xl',
  severity: 'error',
  summary: "A blank stands beside a vif's value, where xl takes it for a letter of a name.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'vif')) {
      if (fault.kind !== 'blank-in-vif-value') continue;
      const name = fieldAt(fault)?.name ?? 'a parameter';
      const value = fault.text.trim();
      const start = fault.text.length - fault.text.trimStart().length;
      const [from, to] = [fault.span.start + start, fault.span.start + start + value.length];
      const edits = [
        { start: fault.span.start, end: from },
        { start: to, end: fault.span.end },
      ].filter((span) => span.end > span.start);
      const isFatal = fault.effect === 'fails-at-start';
      yield reportOf(fault, {
        message: `xl keeps the blank, so ${name} is "${fault.text}"${isFatal ? consequenceFor(name) : ', which is another word.'}`,
        severity: isFatal ? 'error' : 'warning',
        fixes: [
          {
            title: 'Remove the blank',
            safety: 'safe',
            edits: edits.map((span) => ({ file: config.file, span, text: '' })),
          },
        ],
      });
    }
  },
};

function consequenceFor(name: string): string {
  const what = name === 'bridge' ? 'there is no such bridge' : 'there is nothing of that name';
  return `: ${what}, and the guest does not start.`;
}

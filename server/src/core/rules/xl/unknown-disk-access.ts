import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unknownDiskAccess: XlRule = {
  ...xlRefusal,
  name: 'unknown-disk-access',
  kinds: ['domain'],
  summary: "A disk's access is neither r, ro, w nor rw.",
  fixes: ['unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'unknown-disk-access') continue;
      const meant = accessMeantBy(fault.text);
      const why = fault.text.endsWith('!')
        ? ' `!` was how xm was told to share a disk that is in use; xl has nothing in its place.'
        : '';
      yield reportOf(fault, {
        message:
          `${inlineCode(fault.text)} is no access to a disk that xl knows: \`r\` or \`ro\`, \`w\` or \`rw\`.${why} ` +
          afterXlRefusal(config),
        fixes: meant === undefined ? [] : [replacing(config, fault.span, meant)],
      });
    }
  },
};

function accessMeantBy(text: string): 'r' | 'w' | undefined {
  const word = text.replace(/!+$/, '').toLowerCase();
  if (['r', 'ro', 'or', 'read', 'readonly', 'read-only'].includes(word)) return 'r';
  return ['w', 'rw', 'wr', 'write', 'writable', 'read-write'].includes(word) ? 'w' : undefined;
}

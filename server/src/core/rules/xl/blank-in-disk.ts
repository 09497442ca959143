import { inlineCode } from '../../text/markdown.ts';
import { faultsIn, fieldAt, reportOf } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal } from '../xl-refusal.ts';

export const blankInDisk: XlRule = {
  name: 'blank-in-disk',
  group: 'xl',
  severity: 'error',
  summary: 'A blank stands behind a part of a disk, where xl takes it for a letter of that part.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind !== 'blank-behind-disk-field') continue;
      const name = fieldAt(fault)?.name ?? 'part';
      const word = fault.text.trimEnd();
      const effect =
        fault.effect === 'refused'
          ? `xl knows no ${name} ${inlineCodeWithBlank(fault.text)}. ${afterXlRefusal(config)}`
          : 'libxl finds no virtual disk of that name, and the guest does not start.';
      const blank = { start: fault.span.start + word.length, end: fault.span.end };
      yield reportOf(fault, {
        message: `xl skips blanks before a part of a disk, but not behind it: ${effect}`,
        fixes: [
          {
            title: `Remove the blank behind ${word === '' ? 'the comma' : inlineCode(word)}`,
            safety: 'safe',
            edits: [{ file: config.file, span: blank, text: '' }],
          },
        ],
      });
    }
  },
};

/** With the blank at its end drawn, which inline code would lose. */
function inlineCodeWithBlank(text: string): string {
  return `"${text}"`;
}

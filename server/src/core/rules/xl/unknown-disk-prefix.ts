import { modernEdits } from '../../model/xl/modern-disk.ts';
import { indexIn, plainAtom } from '../../syntax/xl/atom.ts';
import { parseDisk } from '../../syntax/xl/values/disk.ts';
import { applyEdits } from '../../text/edits.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, meantBy, replacing, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';
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
        fixes: prefixesMeantBy(word).flatMap((prefix) => fixFor(fault, prefix)),
      });
    }
  },
};

/** One other letter of three makes another word, as `vbd` is neither `vhd` nor `nbd`: there only their order may be wrong. */
function prefixesMeantBy(word: string): readonly string[] {
  const meant = meantBy(word, prefixes);
  return word.length > 3 ? meant : meant.filter((prefix) => lettersOf(prefix) === lettersOf(word));
}

function lettersOf(word: string): string {
  return [...word].toSorted().join('');
}

const prefixes: readonly string[] = [
  'phy',
  'file',
  'raw',
  'qcow',
  'qcow2',
  'vhd',
  'tap',
  'aio',
  'nbd',
  'drbd',
  'iscsi',
];

/** Writes the disk as it is to be read, with the prefix that is meant or, where that is an old form, without any. */
function fixFor({ config, use, span }: DeviceFault, prefix: string): readonly Fix[] {
  const { atom } = use.value;
  // Escapes would have to be written anew.
  if (atom.pieces.length > 1) return [];
  const at = indexIn(atom, span.start);
  const text = `${atom.text.slice(0, at)}${prefix}:${atom.text.slice(indexIn(atom, span.end))}`;
  const disk = parseDisk(plainAtom(text));
  const edits = modernEdits(disk);
  return edits === undefined ? [] : [replacing(config, atom.span, applyEdits(text, edits))];
}

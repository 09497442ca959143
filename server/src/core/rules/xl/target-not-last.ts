import { cutAtom, indexIn } from '../../syntax/xl/atom.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal } from '../xl-refusal.ts';

export const targetNotLast: XlRule = {
  name: 'target-not-last',
  group: 'xl',
  severity: 'error',
  summary: "Parameters stand behind a disk's target=, which takes all the rest of the string.",
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const found of faultsIn(config, 'disk')) {
      if (found.kind !== 'parameters-behind-target') continue;
      const fault = withoutBlanks(found);
      const refused = fault.effect === 'refused';
      const after = refused
        ? `The disk then has no vdev. ${afterXlRefusal(config)}`
        : 'libxl looks for a file of that name, and none of these parameters is set.';
      yield reportOf(fault, {
        message: `\`target=\` takes all the rest of the string, so ${inlineCode(fault.text)} is part of the target. ${after}`,
        fixes: fixFor(fault),
      });
    }
  },
};

/** Moves `target=` with its path to the end. */
function fixFor(fault: DeviceFault): readonly Fix[] {
  const { config, use } = fault;
  const target = fieldOf(use.spec, 'target');
  const { atom } = use.value;
  // Escapes would have to be written anew.
  if (target === undefined || atom.pieces.length > 1) return [];
  const from = indexIn(atom, target.span.start);
  const rest = indexIn(atom, fault.span.start);
  const path = cutAtom(atom, from, rest).text.replace(/,[ \t]*$/, '');
  const text = `${cutAtom(atom, rest).text.trim()}, ${path}`;
  return [
    { title: 'Move `target=` to the end', safety: 'unsafe', edits: [{ file: config.file, span: target.span, text }] },
  ];
}

function withoutBlanks(fault: DeviceFault): DeviceFault {
  const text = fault.text.trimStart();
  return { ...fault, text, span: { start: fault.span.end - text.length, end: fault.span.end } };
}

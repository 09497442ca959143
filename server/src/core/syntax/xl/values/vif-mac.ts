import type { Atom } from '../atom.ts';
import { spanIn } from '../atom.ts';
import type { MacReading } from './mac.ts';
import { isMulticast, readMac } from './mac.ts';
import type { SpecEffect, SpecProblem } from './spec.ts';
import type { Part } from './split.ts';
import type { VifProblemKind } from './vif-type.ts';

type Problem = SpecProblem<VifProblemKind>;

/** What a vif's `mac=` parameters come to. */
export interface VifMac {
  /** `undefined`: none that can be told; libxl makes up one, or it depends on what stands in memory. */
  readonly address: readonly number[] | undefined;
  readonly problems: readonly Problem[];
}

const prefix = 'mac=';

/**
 * The address that xl takes. A later `mac=` overwrites an earlier one byte by byte, as far as it can be read.
 *
 * @param atom all of the vif
 * @param parts what stands between its commas
 */
export function readVifMac(atom: Atom, parts: readonly Part[]): VifMac {
  const problems: Problem[] = [];
  let address: readonly number[] | undefined = [0, 0, 0, 0, 0, 0];
  for (const part of parts.filter(({ atom: { text } }) => text.startsWith(prefix))) {
    const start = part.at + prefix.length;
    const end = part.at + part.atom.text.length;
    const reading = readMac(atom.text, start);
    address = reading.ranOver ? undefined : [...reading.bytes, ...(address ?? []).slice(reading.bytes.length)];
    problems.push(...problemsOf(atom, reading, start, end));
  }
  return { address: address?.some((byte) => byte !== 0) ? address : undefined, problems };
}

function problemsOf(
  atom: Atom,
  { bytes, end: stop, ranOver }: MacReading,
  start: number,
  end: number,
): readonly Problem[] {
  const problem = (kind: VifProblemKind, effect: SpecEffect, from = start): Problem[] => [
    { kind, span: spanIn(atom, from, end), effect },
  ];
  if (ranOver || stop > end) return problem('short-vif-mac', 'misread');
  if (bytes.length < 6) return problem('unreadable-vif-mac', 'dropped');
  const rest = atom.text.slice(stop, end);
  return [
    ...(rest.trim() === '' ? [] : problem('text-behind-vif-mac', 'dropped', stop)),
    ...(isMulticast(bytes) ? problem('multicast-vif-mac', 'fails-at-start') : []),
    ...(bytes.every((byte) => byte === 0) ? problem('zero-vif-mac', 'misread') : []),
  ];
}

import type { Atom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { KeyValueLanguage, ValueReader } from './key-values.ts';
import type { PairCut, PairProblemKind } from './pairs.ts';
import { readPair } from './pairs.ts';
import type { Spec } from './spec.ts';
import type { ListProblemKind, NumberProblemKind } from './value-readers.ts';
import { listOf, strictDecimal } from './value-readers.ts';

/** What can be wrong with one setting of a virtual NUMA node. A parameter that xl does not know is dropped without a word. */
export type VnumaProblemKind = PairProblemKind | ValueKind;

type ValueKind =
  | NumberProblemKind
  | ListProblemKind
  /** A minus sign: xl refuses -1; any other number below zero is taken for one near 2^64. */
  | 'negative-number'
  /** The range ends before it begins: no vCPU is set. Where its end is missing, it is 0. */
  | 'empty-range'
  /** A number at which xl does not come to an end: it counts up to 2^64. */
  | 'endless-range';

const largest = (1n << 64n) - 1n;

/** A number as parse_ulong() reads it: refused where there is none, or where it is the largest one. */
const number: ValueReader<ValueKind> = (value) => {
  const read = readUnsigned(value.text, 10);
  if (read?.value === largest) return { kind: 'negative-number', span: value.span, effect: 'refused' };
  const problem = strictDecimal(value);
  if (problem?.kind === 'not-a-number' || !value.text.includes('-')) return problem;
  return /^[ \t\n\v\f\r]*-/.test(value.text) && read?.value !== 0n
    ? { kind: 'negative-number', span: value.span, effect: 'misread' }
    : problem;
};

/** The vCPUs from `first` to `last` as xl counts them; none where `last` is smaller. */
export interface VcpuRange {
  readonly first: bigint;
  readonly last: bigint;
  /** What is wrong with it; `undefined` where nothing is. */
  readonly problem: ValueKind | undefined;
}

/** A range as parse_range() leaves it; xl does not look whether it failed. */
export function vcpuRangeOf(text: string): VcpuRange {
  const first = readUnsigned(text, 10);
  if (first === undefined) return { first: 0n, last: 0n, problem: 'not-a-number' };
  if (first.value === largest) return { first: largest, last: largest, problem: 'endless-range' };
  const { value, end } = first;
  if (text.charAt(end) !== '-') {
    return { first: value, last: value, problem: end < text.length ? 'text-behind-number' : undefined };
  }
  const second = readUnsigned(text, 10, end + 1);
  const last = second?.value ?? 0n;
  if (last === largest) return { first: value, last, problem: 'endless-range' };
  if (second === undefined || last < value) return { first: value, last, problem: 'empty-range' };
  return { first: value, last, problem: second.end < text.length ? 'text-behind-number' : undefined };
}

const range: ValueReader<ValueKind> = (value) => {
  const { problem, first } = vcpuRangeOf(value.text);
  if (problem === 'endless-range') return { kind: problem, span: value.span, effect: 'refused' };
  if (problem !== undefined) return { kind: problem, span: value.span, effect: 'misread' };
  return first > largest / 2n ? { kind: 'negative-number', span: value.span, effect: 'misread' } : undefined;
};

const language: Pick<KeyValueLanguage<ValueKind>, 'parameters' | 'unknown'> = {
  unknown: 'dropped',
  parameters: new Map<string, ValueReader<ValueKind>>([
    ['pnode', number],
    ['size', number],
    ['vcpus', listOf(',', range)],
    ['vdistances', listOf(',', number)],
  ]),
};

/**
 * A string of a list in `vnuma`, as xl reads it (xl_parse.c, parse_vnuma_config): one `name=value`, whose value may have commas.
 *
 * @param cut how xl cuts name and value; before 4.18 at each `=`
 */
export function parseVnuma(atom: Atom, cut: PairCut = 'first-sign'): Spec<VnumaProblemKind> {
  return { atom, ...readPair(atom, language, cut) };
}

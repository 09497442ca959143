import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { Spec, SpecEffect, SpecProblem } from './spec.ts';
import { splitAtom } from './split.ts';

/** What can be wrong with a list of CPUs. */
export type CpuListProblemKind =
  /** Neither a number, nor two with `-` between, nor `all`. xl: "Invalid pcpu range". */
  | 'unreadable-cpu-range'
  /** A range that would be one but for its blanks. xl: "Invalid pcpu range". */
  | 'blank-in-cpu-range'
  /** The last number is smaller than the first one. xl: "Invalid pcpu range". */
  | 'backward-cpu-range'
  /** xl: "Can't combine "^" and "all"". */
  | 'all-cpus-excluded'
  /** A number below zero, or one that no machine has; xl reads past its own memory. */
  | 'impossible-cpu'
  /** What is taken out was not there before; the order counts. */
  | 'cpu-exclusion-without-effect'
  /** No CPU is left. xl refuses it for `cpus`, "vcpu hard affinity map is empty", and takes it for `cpus_soft`. */
  | 'empty-cpu-list';

/** CPUs, or NUMA nodes with all of theirs, that are put in or taken out. */
export interface CpuRange {
  readonly unit: 'cpu' | 'node' | 'all';
  readonly isExcluded: boolean;
  /** Both are 0 for `all`. */
  readonly first: number;
  readonly last: number;
  readonly atom: Atom;
}

/** A list of CPUs as xl reads it (xl_parse.c, parse_cpurange): the ranges hold from left to right. */
export interface CpuList extends Spec<CpuListProblemKind> {
  /** Those that xl can read. */
  readonly ranges: readonly CpuRange[];
}

type Problem = SpecProblem<CpuListProblemKind>;

/**
 * A list of CPUs; nothing between two commas counts for nothing.
 *
 * @param mayBeEmpty whether xl takes a list that comes to no CPU, as it does for `cpus_soft`
 */
export function parseCpuList(atom: Atom, mayBeEmpty = false): CpuList {
  const read = splitAtom(atom, ',').map((part) => readRange(part.atom));
  const ranges = read.flatMap((one) => ('unit' in one ? [one] : []));
  const problems = [...read.flatMap((one) => ('unit' in one ? [] : [one])), ...rangeProblems(ranges)];
  const isRefused = problems.some(({ effect }) => effect === 'refused');
  const isEmpty = !isRefused && isSurelyEmpty(ranges);
  const empty: Problem[] = isEmpty
    ? [{ kind: 'empty-cpu-list', span: atom.span, effect: mayBeEmpty ? 'dropped' : 'refused' }]
    : [];
  const fields = read.map((one) => {
    const value = 'unit' in one ? one.atom : undefined;
    return { name: 'range', nameSpan: undefined, value, span: value?.span ?? ('span' in one ? one.span : atom.span) };
  });
  return { atom, fields, ranges, problems: [...problems, ...empty] };
}

/**
 * The CPUs that a list comes to, in their order.
 *
 * @param host how many CPUs there are, and which belong to a node
 */
export function cpusOf(
  { ranges }: CpuList,
  host: { readonly cpus: number; readonly ofNode: (node: number) => readonly number[] },
): readonly number[] {
  const chosen = new Set<number>();
  for (const { unit, isExcluded, first, last } of ranges) {
    for (let number = first; number <= Math.min(unit === 'all' ? host.cpus - 1 : last, host.cpus); number += 1) {
      const cpus = unit === 'node' ? host.ofNode(number) : [number];
      for (const cpu of cpus.filter((one) => one < host.cpus)) {
        if (isExcluded) chosen.delete(cpu);
        else chosen.add(cpu);
      }
    }
    if (unit === 'all') for (let cpu = 0; cpu < host.cpus; cpu += 1) chosen.add(cpu);
  }
  return [...chosen].toSorted((one, other) => one - other);
}

function readRange(atom: Atom): CpuRange | Problem {
  const [before = '', not, nodes] = /^(\^)?(nodes?:)?/.exec(atom.text) ?? [];
  const rest = cutAtom(atom, before.length);
  const isExcluded = not !== undefined;
  const problem = (kind: CpuListProblemKind, effect: SpecEffect = 'refused'): Problem => ({
    kind,
    span: atom.span,
    effect,
  });
  if (rest.text === 'all')
    return isExcluded ? problem('all-cpus-excluded') : { unit: 'all', isExcluded, first: 0, last: 0, atom };
  const numbers = readNumbers(rest.text);
  if (numbers === undefined) {
    const tight = atom.text.replace(/\s/g, '');
    const isRange = /^\^?(?:nodes?:)?(?:[0-9]+(?:-[0-9]+)?|all)$/.test(tight);
    return problem(isRange ? 'blank-in-cpu-range' : 'unreadable-cpu-range');
  }
  const [first, last] = numbers;
  if (last < first) return problem('backward-cpu-range');
  if (last > 0x7fff_ffffn) return problem('impossible-cpu', 'misread');
  return { unit: nodes === undefined ? 'cpu' : 'node', isExcluded, first: Number(first), last: Number(last), atom };
}

const failure = (1n << 64n) - 1n;

/** Both ends as strtoul() reads them; `undefined` where xl refuses them. */
function readNumbers(text: string): readonly [bigint, bigint] | undefined {
  const first = readUnsigned(text, 10);
  if (first === undefined || first.value === failure) return undefined;
  if (first.end === text.length) return [first.value, first.value];
  const last = text.charAt(first.end) === '-' ? readUnsigned(text, 10, first.end + 1) : undefined;
  return last === undefined || last.value === failure || last.end < text.length ? undefined : [first.value, last.value];
}

/** What is taken out without having been put in, where that can be told without knowing the nodes. */
function rangeProblems(ranges: readonly CpuRange[]): readonly Problem[] {
  return ranges.flatMap((range, index): Problem[] => {
    if (!range.isExcluded) return [];
    const mayHold = ranges.slice(0, index).some((earlier) => !earlier.isExcluded && mayOverlap(earlier, range));
    return mayHold ? [] : [{ kind: 'cpu-exclusion-without-effect', span: range.atom.span, effect: 'dropped' }];
  });
}

function mayOverlap(one: CpuRange, other: CpuRange): boolean {
  return one.unit === 'all' || one.unit !== other.unit || (one.first <= other.last && other.first <= one.last);
}

function isSurelyEmpty(ranges: readonly CpuRange[]): boolean {
  return ranges.every((range, index) => {
    const isUndone = ranges
      .slice(index + 1)
      .some(
        ({ isExcluded, unit, first, last }) =>
          isExcluded && unit === range.unit && first <= range.first && last >= range.last,
      );
    return range.isExcluded || (range.unit !== 'all' && isUndone);
  });
}

import type { Atom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { PairProblemKind } from './pairs.ts';
import { readPairs } from './pairs.ts';
import type { Spec, SpecEffect, SpecProblem } from './spec.ts';
import { fieldOf, fieldText } from './spec.ts';
import type { AnyBaseProblemKind, WordProblemKind } from './value-readers.ts';
import { anyBase, anyText, asciiLower, oneOfAnyCase, strictDecimal } from './value-readers.ts';

/** What can be wrong with a 9pfs share. xl exits for a parameter that it does not know. */
export type P9ProblemKind =
  | PairProblemKind
  | ValueKind
  /** No `path`: xl before 4.19 exits, later ones fail at start (libxl_9pfs.c, libxl__device_p9_setdefault) unless xen_9pfsd serves it. */
  | 'missing-path'
  /** No `security_model`: xl before 4.19 exits, later ones fail at start. */
  | 'missing-security-model'
  /** No `tag`: xl before 4.19 exits, later ones fail at start unless xen_9pfsd serves it. */
  | 'missing-tag'
  /** A limit that only xen_9pfsd has, with QEMU as backend; libxl fails at start. */
  | 'limit-without-xen-9pfsd';

type ValueKind =
  | AnyBaseProblemKind
  | WordProblemKind
  /** A negative limit, or one above 2^31 - 1; libxl keeps it in 32 bits, so that it is another one. */
  | 'limit-out-of-range';

/**
 * How xl reads the strings: up to 4.17 a part without `=` ends the entry and blanks stay; 4.18 cuts pairs; 4.19 has types and limits,
 * too.
 */
export type P9Reading = 'ends-without-sign' | 'pairs' | 'pairs-and-limits';

const limit: ValueReader<ValueKind> = (value) => {
  const problem = strictDecimal(value);
  if (problem?.kind === 'not-a-number') return problem;
  const number = readUnsigned(value.text, 10)?.value ?? 0n;
  // parse_ulong() takes the largest number for a failure.
  if (number === (1n << 64n) - 1n) return { kind: 'not-a-number', span: value.span, effect: 'refused' };
  return number >= 1n << 31n ? { kind: 'limit-out-of-range', span: value.span, effect: 'misread' } : problem;
};

const oldParameters: ReadonlyMap<string, ValueReader<ValueKind>> = new Map([
  ['tag', anyText],
  ['security_model', anyText],
  ['path', anyText],
  ['backend', anyText],
]);

const limits = ['max-files', 'max-open-files', 'max-space', 'auto-delete'];

const parameters: ReadonlyMap<string, ValueReader<ValueKind>> = new Map<string, ValueReader<ValueKind>>([
  ...oldParameters,
  ['type', oneOfAnyCase(['unknown', 'qemu', 'xen_9pfsd'])],
  ...limits.map((name) => [name, name === 'auto-delete' ? anyBase : limit] as const),
]);

/** A string of `p9`, as xl reads it (xl_parse.c, parse_config_data). */
export function parseP9(atom: Atom, reading: P9Reading = 'pairs-and-limits'): Spec<P9ProblemKind> {
  const { fields, problems } =
    reading === 'ends-without-sign'
      ? readKeyValues(atom, { withoutSign: 'ends', unknown: 'refused', parameters: oldParameters })
      : readPairs(atom, { unknown: 'refused', parameters: parametersOf(reading) }, 'first-sign');
  const spec = { atom, fields, problems };
  const isEmpty = problems.some(({ kind }) => kind === 'empty-text');
  return {
    ...spec,
    problems: [...problems, ...(isEmpty ? [] : missing(spec, reading)), ...looseLimits(spec, reading)],
  };
}

function parametersOf(reading: P9Reading): ReadonlyMap<string, ValueReader<ValueKind>> {
  return reading === 'pairs-and-limits' ? parameters : oldParameters;
}

function isServedByXen9pfsd(spec: Spec): boolean {
  return asciiLower(fieldText(spec, 'type') ?? '') === 'xen_9pfsd';
}

function missing(spec: Spec, reading: P9Reading): readonly SpecProblem<P9ProblemKind>[] {
  const effect: SpecEffect = reading === 'pairs-and-limits' ? 'fails-at-start' : 'refused';
  const hasDefaults = reading === 'pairs-and-limits' && isServedByXen9pfsd(spec);
  const wanted = [
    { name: 'security_model', kind: 'missing-security-model' },
    ...(hasDefaults
      ? []
      : ([
          { name: 'path', kind: 'missing-path' },
          { name: 'tag', kind: 'missing-tag' },
        ] as const)),
  ] as const;
  return wanted
    .filter(({ name }) => fieldOf(spec, name) === undefined)
    .map(({ kind }) => ({ kind, span: spec.atom.span, effect }));
}

function looseLimits(spec: Spec, reading: P9Reading): readonly SpecProblem<P9ProblemKind>[] {
  if (reading !== 'pairs-and-limits' || isServedByXen9pfsd(spec)) return [];
  return limits
    .map((name) => fieldOf(spec, name))
    .flatMap((field) => field ?? [])
    .filter(({ value }) => BigInt.asUintN(32, readUnsigned(value?.text ?? '', 0)?.value ?? 0n) !== 0n)
    .map(({ span }) => ({ kind: 'limit-without-xen-9pfsd', span, effect: 'fails-at-start' }));
}

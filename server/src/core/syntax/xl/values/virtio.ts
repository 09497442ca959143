import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readPart, repeatedParameters } from './key-values.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf } from './spec.ts';
import type { Part } from './split.ts';
import { splitAtom, trimAtomStart } from './split.ts';
import type { AnyBaseProblemKind, WordProblemKind } from './value-readers.ts';
import { anyBase, anyText, asciiLower, oneOfAnyCase } from './value-readers.ts';

/** What can be wrong with a virtio device. xl exits for a parameter that it does not know. */
export type VirtioProblemKind =
  | KeyValueProblemKind
  | AnyBaseProblemKind
  | WordProblemKind
  /** `type=virtio…` without a comma and more behind it: xl always takes the next part for the rest of the type, and crashes where there is none. */
  | 'unfinished-type'
  /** The next part, which xl takes for the rest of the type, is a parameter of its own: `type=virtio,backend=1`. */
  | 'parameter-in-type'
  /** A type that does not begin with `virtio,device`; libxl fails at start on Arm, where alone these devices work (libxl_arm.c). */
  | 'unsupported-type'
  /** No type; as above. */
  | 'missing-type'
  /** No `transport`, or `unknown`: the device gets no address, and the guest does not see it. */
  | 'missing-transport';

const language: KeyValueLanguage<AnyBaseProblemKind | WordProblemKind> = {
  withoutSign: 'refused',
  unknown: 'refused',
  parameters: new Map<string, ValueReader<AnyBaseProblemKind | WordProblemKind>>([
    ['backend', anyText],
    ['type', anyText],
    ['transport', oneOfAnyCase(['unknown', 'mmio'])],
    ['grant_usage', anyBase],
  ]),
};

/** A string of `virtio`, as xl reads it since 4.18 (xl_parse.c, parse_virtio_list). */
export function parseVirtio(atom: Atom): Spec<VirtioProblemKind> {
  const parts = joinTypes(atom, splitAtom(atom, ','));
  const read = parts.map((part) => readPart(part.atom, language));
  const fields = read.flatMap(({ fields: found }) => found);
  const spec = { atom, fields, problems: [] };
  const typeProblems = parts.flatMap(({ problem }) => problem ?? []);
  const problems = [
    ...typeProblems,
    ...read.flatMap(({ problems: found }) => found),
    ...repeatedParameters(fields, language.parameters),
    ...problemsOfAll(spec, typeProblems.length === 0),
  ];
  return { atom, fields, problems };
}

interface VirtioPart extends Part {
  readonly problem?: SpecProblem<VirtioProblemKind>;
}

/** Joins what xl takes for one part: a type that begins with `virtio` and the part behind it. */
function joinTypes(atom: Atom, parts: readonly Part[]): readonly VirtioPart[] {
  const joined: VirtioPart[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined) break;
    if (!/^ *type=virtio/.test(part.atom.text)) {
      joined.push(part);
      continue;
    }
    index += 1;
    const next = parts[index];
    joined.push(next === undefined ? unfinished(part) : joinedPart(atom, part, next));
  }
  return joined;
}

function unfinished(part: Part): VirtioPart {
  return { ...part, problem: { kind: 'unfinished-type', span: part.atom.span, effect: 'refused' } };
}

function joinedPart(atom: Atom, part: Part, next: Part): VirtioPart {
  const whole = { at: part.at, atom: cutAtom(atom, part.at, next.at + next.atom.text.length) };
  const name = /^ *([^=]*)=/.exec(next.atom.text)?.[1];
  if (name === undefined || !language.parameters.has(name)) return whole;
  return {
    ...whole,
    problem: { kind: 'parameter-in-type', span: trimAtomStart(next.atom, ' ').span, effect: 'misread' },
  };
}

function problemsOfAll(spec: Spec, isTypeWhole: boolean): readonly SpecProblem<VirtioProblemKind>[] {
  const type = fieldOf(spec, 'type');
  const transport = fieldOf(spec, 'transport');
  const problems: SpecProblem<VirtioProblemKind>[] = [];
  if (type === undefined) problems.push({ kind: 'missing-type', span: spec.atom.span, effect: 'fails-at-start' });
  else if (isTypeWhole && type.value?.text.startsWith('virtio,device') !== true) {
    problems.push({ kind: 'unsupported-type', span: type.value?.span ?? type.span, effect: 'fails-at-start' });
  }
  if (asciiLower(transport?.value?.text ?? 'unknown') === 'unknown') {
    problems.push({ kind: 'missing-transport', span: (transport ?? spec.atom).span, effect: 'dropped' });
  }
  return problems;
}

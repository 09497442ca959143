import type { Atom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf, fieldText } from './spec.ts';
import type { AnyBaseProblemKind, WordProblemKind } from './value-readers.ts';
import { anyBase, anyText, asciiLower, oneOfAnyCase } from './value-readers.ts';

/** What can be wrong with a virtual keyboard or pointer. xl exits for a parameter that it does not know. */
export type VkbProblemKind =
  | KeyValueProblemKind
  | AnyBaseProblemKind
  | WordProblemKind
  /** No `backend-type`, or `unknown`, which libxl has as a word but xl does not take; xl exits. */
  | 'missing-backend-type'
  /** Multi-touch without width, height or number of contacts; xl exits. */
  | 'multi-touch-without-size';

const sizes = ['multi-touch-width', 'multi-touch-height', 'multi-touch-num-contacts'] as const;

const language: KeyValueLanguage<AnyBaseProblemKind | WordProblemKind> = {
  withoutSign: 'refused',
  unknown: 'refused',
  parameters: new Map<string, ValueReader<AnyBaseProblemKind | WordProblemKind>>([
    ['backend', anyText],
    ['backend-type', oneOfAnyCase(['unknown', 'qemu', 'linux'])],
    ['unique-id', anyText],
    ['feature-disable-keyboard', anyBase],
    ['feature-disable-pointer', anyBase],
    ['feature-abs-pointer', anyBase],
    ['feature-raw-pointer', anyBase],
    ['feature-multi-touch', anyBase],
    ...sizes.map((name) => [name, anyBase] as const),
    ['width', anyBase],
    ['height', anyBase],
  ]),
};

/** A string of `vkb`, as xl reads it (xl_parse.c, parse_vkb_config and parse_vkb_list). */
export function parseVkb(atom: Atom): Spec<VkbProblemKind> {
  const { fields, problems } = readKeyValues(atom, language);
  const spec = { atom, fields, problems };
  return { ...spec, problems: [...problems, ...missing(spec)] };
}

function missing(spec: Spec): readonly SpecProblem<VkbProblemKind>[] {
  const problems: SpecProblem<VkbProblemKind>[] = [];
  const type = fieldOf(spec, 'backend-type');
  if (type === undefined || asciiLower(type.value?.text ?? '') === 'unknown') {
    problems.push({ kind: 'missing-backend-type', span: type?.span ?? spec.atom.span, effect: 'refused' });
  }
  const touch = fieldOf(spec, 'feature-multi-touch');
  if (touch && numberOf(spec, 'feature-multi-touch') !== 0n && sizes.every((name) => size(spec, name) === 0n)) {
    problems.push({ kind: 'multi-touch-without-size', span: touch.span, effect: 'refused' });
  }
  return problems;
}

/** A size as libxl keeps it: in 32 bits. */
function size(spec: Spec, name: string): bigint {
  return BigInt.asUintN(32, numberOf(spec, name));
}

function numberOf(spec: Spec, name: string): bigint {
  return readUnsigned(fieldText(spec, name) ?? '', 0)?.value ?? 0n;
}

import type { Atom } from '../atom.ts';
import { cutAtom, spanIn } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import { repeatedParameters } from './key-values.ts';
import type { Spec, SpecField, SpecProblem } from './spec.ts';
import { cutInTwo, fieldFrom, splitAtom } from './split.ts';

/**
 * What can be wrong in `cpuid` as one string. xl tells the first six on standard error, drops the parameter and goes on.
 */
export type CpuidProblemKind =
  /** The first part is not exactly `host`; xl drops the whole string. */
  | 'missing-host'
  | 'missing-equals-sign'
  /** No flag of this name, in this series at least. */
  | 'unknown-parameter'
  /** The name of a flag with blanks around it, which xl does not know so. */
  | 'blank-at-name'
  /** Neither a number nor x, k or s. */
  | 'illegal-value'
  /** A flag of ARCH_CAPABILITIES takes one character alone: 0, 1, x, k or s. */
  | 'illegal-msr-value'
  /** A number with more bits than the parameter has: those above are cut off, so that 2 is 0 for a flag. */
  | 'number-too-large'
  /** Something stands behind the value, which xl does not look at. */
  | 'text-behind-value'
  /** The parameter is given again later: the last one counts. */
  | 'repeated-parameter';

/** What xl of a series knows by name: how many bits a parameter has; 0 for a flag in a model-specific register. */
export type CpuidNames = ReadonlyMap<string, number>;

/** The text of `cpuid` as one string, as xl reads it (xl_parse.c, parse_config_data; libxl_cpuid.c, libxl_cpuid_parse_config). */
export function parseCpuid(atom: Atom, names: CpuidNames): Spec<CpuidProblemKind> {
  const [first, ...parts] = splitAtom(atom, ',').map((part) => part.atom);
  if (first === undefined) return { atom, fields: [], problems: [] };
  if (first.text !== 'host') {
    return { atom, fields: [], problems: [{ kind: 'missing-host', span: first.span, effect: 'dropped' }] };
  }
  const fields = [first, ...parts].map(fieldFrom);
  const problems = parts.flatMap((part) => flagProblem(part, names) ?? []);
  return { atom, fields, problems: [...problems, ...repeatedParameters(fields, names)] };
}

function flagProblem(part: Atom, names: CpuidNames): SpecProblem<CpuidProblemKind> | undefined {
  const cut = cutInTwo(part, '=');
  if (cut === undefined) return { kind: 'missing-equals-sign', span: part.span, effect: 'dropped' };
  const [name, value] = cut;
  const bits = names.get(name.text);
  if (bits === undefined) {
    const kind = names.has(name.text.trim()) ? 'blank-at-name' : 'unknown-parameter';
    return { kind, span: name.span, effect: 'dropped' };
  }
  if (bits > 0) return valueProblem(value, bits);
  return /^[01xks]$/.test(value.text) ? undefined : { kind: 'illegal-msr-value', span: value.span, effect: 'dropped' };
}

function valueProblem(value: Atom, bits: number): SpecProblem<CpuidProblemKind> | undefined {
  const number = readUnsigned(value.text, 0);
  if (number === undefined) {
    if (!/^[xks]/.test(value.text)) return { kind: 'illegal-value', span: value.span, effect: 'dropped' };
    return value.text.length === 1 ? undefined : { kind: 'text-behind-value', span: value.span, effect: 'misread' };
  }
  if (number.value >= 1n << BigInt(bits)) return { kind: 'number-too-large', span: value.span, effect: 'misread' };
  const isWhole = value.text.slice(number.end).trim() === '';
  return isWhole ? undefined : { kind: 'text-behind-value', span: value.span, effect: 'misread' };
}

/** What can be wrong in a string of `cpuid` as a list. xl tells the first five on standard error and drops the rest of the string. */
export type CpuidLeafProblemKind =
  /** The string does not begin with a number. */
  | 'illegal-leaf'
  /** No number behind the comma. */
  | 'illegal-subleaf'
  | 'missing-colon'
  /** The name of a register does not begin with eax, ebx, ecx or edx, or has no `=` behind it. */
  | 'unknown-register'
  /** The bits of a register are not exactly 32 characters. */
  | 'wrong-length'
  /** A character that is none of 0, 1, x, k and s; libxl fails at start (xg_cpuid_x86.c, xc_cpuid_xend_policy). */
  | 'unknown-bit'
  /** Something stands between the name of the register and its `=`, which xl does not look at. */
  | 'text-behind-register'
  /** The number of a leaf does not fit into 32 bits; those above are cut off. */
  | 'number-too-large';

/** A string of `cpuid` as a list, as xl reads it (libxl_cpuid.c, libxl_cpuid_parse_config_xend). */
export function parseCpuidLeaf(atom: Atom): Spec<CpuidLeafProblemKind> {
  const { text } = atom;
  const dropped = (kind: CpuidLeafProblemKind, span = atom.span): Spec<CpuidLeafProblemKind> => ({
    atom,
    fields,
    problems: [...problems, { kind, span, effect: 'dropped' }],
  });
  const fields: SpecField[] = [];
  const problems: SpecProblem<CpuidLeafProblemKind>[] = [];
  const leaf = readUnsigned(text, 0);
  if (leaf === undefined) return dropped('illegal-leaf');
  let end = leaf.end;
  fields.push(numberField(atom, 'leaf', 0, end));
  if (text.charAt(end) === ',') {
    const subleaf = readUnsigned(text, 0, end + 1);
    if (subleaf === undefined) return dropped('illegal-subleaf', spanIn(atom, end, text.length));
    fields.push(numberField(atom, 'subleaf', end + 1, subleaf.end));
    end = subleaf.end;
  }
  for (const field of fields) {
    const { value } = field;
    if (value !== undefined && (readUnsigned(value.text, 0)?.value ?? 0n) >= 1n << 32n) {
      problems.push({ kind: 'number-too-large', span: field.span, effect: 'misread' });
    }
  }
  if (text.charAt(end) !== ':') return dropped('missing-colon', spanIn(atom, end, text.length));
  const registers = readRegisters(atom, end + 1);
  return { atom, fields: [...fields, ...registers.fields], problems: [...problems, ...registers.problems] };
}

function numberField(atom: Atom, name: string, start: number, end: number): SpecField {
  const value = cutAtom(atom, start, end);
  return { name, nameSpan: undefined, value, span: value.span };
}

function readRegisters(
  atom: Atom,
  start: number,
): { readonly fields: readonly SpecField[]; readonly problems: readonly SpecProblem<CpuidLeafProblemKind>[] } {
  const { text } = atom;
  const fields: SpecField[] = [];
  const problems: SpecProblem<CpuidLeafProblemKind>[] = [];
  for (let at = start; at < text.length; ) {
    const sign = text.indexOf('=', at);
    const comma = sign < 0 ? -1 : text.indexOf(',', sign);
    const end = comma < 0 ? text.length : comma;
    if (!/^e[a-d]x/.test(text.slice(at, at + 3)) || sign < 0) {
      problems.push({ kind: 'unknown-register', span: spanIn(atom, at, end), effect: 'dropped' });
      break;
    }
    const value = cutAtom(atom, sign + 1, end);
    const nameSpan = spanIn(atom, at, at + 3);
    fields.push({ name: text.slice(at, at + 3), nameSpan, value, span: spanIn(atom, at, end) });
    if (sign > at + 3) problems.push({ kind: 'text-behind-register', span: spanIn(atom, at, sign), effect: 'misread' });
    if (value.text.length !== 32) {
      problems.push({ kind: 'wrong-length', span: value.span, effect: 'dropped' });
      break;
    }
    const stray = value.text.search(/[^01xks]/);
    if (stray >= 0) {
      problems.push({ kind: 'unknown-bit', span: spanIn(value, stray, stray + 1), effect: 'fails-at-start' });
    }
    at = comma < 0 ? end : skipBlanks(text, end + 1);
  }
  return { fields, problems };
}

/** Behind a comma, xl skips spaces and newlines. */
function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\n') at += 1;
  return at;
}

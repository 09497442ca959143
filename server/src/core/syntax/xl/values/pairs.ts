import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind, KeyValues } from './key-values.ts';
import { fieldsWithoutSign, parameterProblems, repeatedParameters, signProblem } from './key-values.ts';
import type { SpecProblem } from './spec.ts';
import { cBlanks, cutInTwo, fieldFrom, splitAtom, trimAtom } from './split.ts';

/** What can be wrong where xl cuts the parts into pairs, besides what can be wrong in any text of parameters. */
export type PairProblemKind =
  | KeyValueProblemKind
  /** Nothing at all stands behind the `=`; xl exits. A blank is enough for it to go on, with an empty value. */
  | 'empty-value'
  /** Nothing stands before the `=`: xl before 4.18 exits; later ones take it for a parameter without a name. */
  | 'empty-name'
  /** A second `=` in the value: xl before 4.18 drops what stands behind it. */
  | 'second-equals-sign'
  /** There is no part in the text; xl crashes. */
  | 'empty-text';

/** How xl cuts a pair: at the first `=` (since 4.18), or at each one, of which only the first two pieces count. */
export type PairCut = 'first-sign' | 'each-sign';

/** Reads `name=value,name=value` where xl drops blanks around names and values (xl_parse.c, split_string_into_pair). */
export function readPairs<Kind extends string>(
  atom: Atom,
  language: Pick<KeyValueLanguage<Kind>, 'parameters' | 'unknown'>,
  cut: PairCut,
): KeyValues<Kind | PairProblemKind> {
  const parts = splitAtom(atom, ',');
  if (parts.length === 0) {
    return { fields: [], problems: [{ kind: 'empty-text', span: atom.span, effect: 'refused' }] };
  }
  const read = parts.map((part) => readPair(part.atom, language, cut));
  const fields = read.flatMap(({ fields: found }) => found);
  const problems = read.flatMap(({ problems: found }) => found);
  return { fields, problems: [...problems, ...repeatedParameters(fields, language.parameters)] };
}

/** Reads one `name=value`. */
export function readPair<Kind extends string>(
  part: Atom,
  language: Pick<KeyValueLanguage<Kind>, 'parameters' | 'unknown'>,
  cut: PairCut,
): KeyValues<Kind | PairProblemKind> {
  const text = trimAtom(part, cBlanks);
  if (!part.text.includes('=')) return { fields: fieldsWithoutSign(text), problems: [signProblem(part)] };
  const pieces = cut === 'first-sign' ? (cutInTwo(part, '=') ?? []) : splitAtom(part, '=').map(({ atom }) => atom);
  const [name, value] = pieces.map((piece) => trimAtom(piece, cBlanks));
  if (name === undefined || value === undefined || pieces[1]?.text === '') {
    return { fields: [fieldFrom(text)], problems: [incomplete(part)] };
  }
  const field = { name: name.text, nameSpan: name.span, value, span: text.span };
  const problems = parameterProblems(name, value, language);
  const rest = pieces[2];
  if (rest === undefined) return { fields: [field], problems };
  const dropped = { kind: 'second-equals-sign', span: { start: rest.span.start - 1, end: part.span.end } } as const;
  return { fields: [field], problems: [...problems, { ...dropped, effect: 'dropped' }] };
}

function incomplete(part: Atom): SpecProblem<PairProblemKind> {
  return { kind: /^=+[^=]/.test(part.text) ? 'empty-name' : 'empty-value', span: part.span, effect: 'refused' };
}

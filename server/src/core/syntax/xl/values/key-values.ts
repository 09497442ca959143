import type { Atom } from '../atom.ts';
import { spanIn } from '../atom.ts';
import type { SpecEffect, SpecField, SpecProblem } from './spec.ts';
import type { Part } from './split.ts';
import { cutInTwo, fieldFrom, splitAtom, trimAtomStart } from './split.ts';

/** What can be wrong in any text of the form `name=value,name=value`, whatever the names mean. */
export type KeyValueProblemKind =
  /** A name that the language does not have. xl refuses it, or drops it without a word, as the language has it. */
  | 'unknown-parameter'
  /** A known name with a blank before its `=`, or a tab before it: xl takes it for a part of the name and does not know that one. */
  | 'blank-at-name'
  /** A part without `=`. Some languages refuse it; in others the reading ends there, and all that follows is dropped, too. */
  | 'missing-equals-sign'
  /** Nothing but blanks between two commas, or behind the last one: the same as a part without `=`. */
  | 'blank-part'
  /** The parameter is given again later: the last one counts. */
  | 'repeated-parameter';

/** Looks at the value of a parameter; `undefined` when there is nothing to say against it. */
export type ValueReader<Kind extends string> = (
  value: Atom,
) => SpecProblem<Kind> | readonly SpecProblem<Kind>[] | undefined;

/** How xl reads such a text. */
export interface KeyValueLanguage<Kind extends string> {
  /** What a part without `=` leads to: it ends the reading, or xl exits. */
  readonly withoutSign: 'ends' | 'refused';
  /** What becomes of a parameter that the language does not have. */
  readonly unknown: SpecEffect;
  /** By name. */
  readonly parameters: ReadonlyMap<string, ValueReader<Kind>>;
}

/** What was read: the fields in their order, and what is wrong with each alone. */
export interface KeyValues<Kind extends string> {
  readonly fields: readonly SpecField[];
  readonly problems: readonly SpecProblem<Kind>[];
}

/**
 * Reads `name=value,name=value` as xl does with most devices: parts as strtok() cuts them, spaces before a part skipped, the name up
 * to the first `=`. What a language asks of the whole is not looked at.
 */
export function readKeyValues<Kind extends string>(
  atom: Atom,
  language: KeyValueLanguage<Kind>,
): KeyValues<Kind | KeyValueProblemKind> {
  const parts = splitAtom(atom, ',');
  const end = language.withoutSign === 'ends' ? parts.find((part) => !part.atom.text.includes('=')) : undefined;
  const read = (end === undefined ? parts : parts.slice(0, parts.indexOf(end))).map((part) =>
    readPart(part.atom, language),
  );
  const fields = read.flatMap(({ fields: found }) => found);
  const problems = read.flatMap(({ problems: found }) => found);
  const unread = end === undefined ? [] : [unreadRest(atom, end)];
  return { fields, problems: [...problems, ...unread, ...repeatedParameters(fields, language.parameters)] };
}

function unreadRest(atom: Atom, part: Part): SpecProblem<KeyValueProblemKind> {
  return { kind: kindWithoutSign(part.atom), span: spanIn(atom, part.at, atom.text.length), effect: 'dropped' };
}

/** Reads one part: `name=value`. */
export function readPart<Kind extends string>(
  part: Atom,
  language: KeyValueLanguage<Kind>,
): KeyValues<Kind | KeyValueProblemKind> {
  const text = trimAtomStart(part, ' ');
  const cut = cutInTwo(text, '=');
  if (cut === undefined) return { fields: fieldsWithoutSign(text), problems: [signProblem(part)] };
  const [name, value] = cut;
  const field = { name: name.text, nameSpan: name.span, value, span: text.span };
  return { fields: [field], problems: parameterProblems(name, value, language) };
}

/** A part without `=`, which xl refuses: a field for what is there, so that it can be completed. */
export function fieldsWithoutSign(part: Atom): readonly SpecField[] {
  return part.text.trim() === '' ? [] : [fieldFrom(part)];
}

/** The problem of a part without `=` that xl refuses. */
export function signProblem(part: Atom): SpecProblem<KeyValueProblemKind> {
  return { kind: kindWithoutSign(part), span: part.span, effect: 'refused' };
}

function kindWithoutSign(part: Atom): 'blank-part' | 'missing-equals-sign' {
  return part.text.trim() === '' ? 'blank-part' : 'missing-equals-sign';
}

/** What is wrong with one parameter by itself: its name, or else its value. */
export function parameterProblems<Kind extends string>(
  name: Atom,
  value: Atom,
  { parameters, unknown }: Pick<KeyValueLanguage<Kind>, 'parameters' | 'unknown'>,
): readonly SpecProblem<Kind | KeyValueProblemKind>[] {
  const reader = parameters.get(name.text);
  if (reader !== undefined) return [reader(value) ?? []].flat();
  const kind = parameters.has(name.text.trim()) ? 'blank-at-name' : 'unknown-parameter';
  return [{ kind, span: name.span, effect: unknown }];
}

/** A problem for each known parameter that is given again behind it. */
export function repeatedParameters(
  fields: readonly SpecField[],
  parameters: ReadonlyMap<string, unknown>,
): readonly SpecProblem<'repeated-parameter'>[] {
  const given = fields.filter(({ name, value }) => parameters.has(name) && value !== undefined);
  return given
    .filter((field, index) => given.slice(index + 1).some(({ name }) => name === field.name))
    .map(({ span }) => ({ kind: 'repeated-parameter', span, effect: 'dropped' }));
}

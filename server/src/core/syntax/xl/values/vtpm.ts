import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec } from './spec.ts';
import { fieldOf } from './spec.ts';
import { anyText } from './value-readers.ts';

/**
 * What can be wrong with a virtual TPM. xl exits for a parameter that it does not know; a part without `=` ends the entry without
 * a word.
 */
export type VtpmProblemKind =
  | KeyValueProblemKind
  /** No UUID of the form `8-4-4-4-12` hexadecimal digits; xl exits. */
  | 'malformed-uuid'
  /** xl exits without `backend`. An empty one is enough for it. */
  | 'missing-backend';

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const uuid: ValueReader<'malformed-uuid'> = (value) =>
  uuidShape.test(value.text) ? undefined : { kind: 'malformed-uuid', span: value.span, effect: 'refused' };

const language: KeyValueLanguage<'malformed-uuid'> = {
  withoutSign: 'ends',
  unknown: 'refused',
  parameters: new Map<string, ValueReader<'malformed-uuid'>>([
    ['backend', anyText],
    ['uuid', uuid],
  ]),
};

/** A string of `vtpm`, as xl reads it (xl_parse.c, parse_config_data). */
export function parseVtpm(atom: Atom): Spec<VtpmProblemKind> {
  const { fields, problems } = readKeyValues(atom, language);
  if (fieldOf({ atom, fields, problems }, 'backend') !== undefined) return { atom, fields, problems };
  return { atom, fields, problems: [...problems, { kind: 'missing-backend', span: atom.span, effect: 'refused' }] };
}

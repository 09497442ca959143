import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec } from './spec.ts';
import { anyText } from './value-readers.ts';

/**
 * What can be wrong with a PV calls frontend. xl exits for a parameter that it does not know; a part without `=` ends the entry
 * without a word.
 */
export type PvcallsProblemKind = KeyValueProblemKind;

const language: KeyValueLanguage<never> = {
  withoutSign: 'ends',
  unknown: 'refused',
  parameters: new Map([['backend', anyText]]),
};

/** A string of `pvcalls`, as xl reads it (xl_parse.c, parse_config_data). */
export function parsePvcalls(atom: Atom): Spec<PvcallsProblemKind> {
  return { atom, ...readKeyValues(atom, language) };
}

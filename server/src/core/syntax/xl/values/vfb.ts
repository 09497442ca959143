import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec } from './spec.ts';
import type { NumberProblemKind } from './value-readers.ts';
import { anyText, decimal } from './value-readers.ts';

/**
 * What can be wrong with a framebuffer. xl refuses nothing here: a parameter that it does not know is dropped without a word, a
 * part without `=` ends the entry, and `vnc=yes` is `vnc=0`.
 */
export type VfbProblemKind = KeyValueProblemKind | NumberProblemKind;

const language: KeyValueLanguage<NumberProblemKind> = {
  withoutSign: 'ends',
  unknown: 'dropped',
  parameters: new Map<string, ValueReader<NumberProblemKind>>([
    ['vnc', decimal],
    ['vnclisten', anyText],
    ['vncpasswd', anyText],
    ['vncdisplay', decimal],
    ['vncunused', decimal],
    ['keymap', anyText],
    ['sdl', decimal],
    ['opengl', decimal],
    ['display', anyText],
    ['xauthority', anyText],
  ]),
};

/** A string of `vfb`, as xl reads it (xl_parse.c, parse_config_data). */
export function parseVfb(atom: Atom): Spec<VfbProblemKind> {
  return { atom, ...readKeyValues(atom, language) };
}

/** What a setting's value is to xl, which asks for a number, a string or a list and drops what has another shape (libxlu_cfg.c). */

import type { Value } from '../../syntax/xl/ast.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import type { Span } from '../../text/span.ts';
import type { Setting } from './config.ts';

type Settings = ReadonlyMap<string, Setting>;

/** The value of a setting that is one string, those that `+=` adds joined. `undefined`: not set, a list, or unreadable. */
export function stringOf(settings: Settings, key: string): string | undefined {
  const atoms = atomsOf(settings, key);
  return atoms.length === 0 ? undefined : atoms.map(({ text }) => text).join('');
}

/** The atoms that make up a setting's string, in their order; empty where it is not set, a list, or unreadable. */
export function atomsOf(settings: Settings, key: string): readonly Atom[] {
  const atoms: Atom[] = [];
  // A plain loop, for most rules ask this of each setting.
  for (const { value } of settings.get(key)?.effective ?? []) {
    if (value?.kind !== 'string' && value?.kind !== 'number') return [];
    atoms.push(value.atom);
  }
  return atoms;
}

/** A number as xl takes it, with its place. */
export interface NumberSetting {
  readonly value: bigint;
  readonly span: Span;
}

/** The value of a setting that is a number. `undefined`: not set, or xl drops it since it is none, or was added by `+=`. */
export function numberOf(settings: Settings, key: string): NumberSetting | undefined {
  const [atom, ...more] = atomsOf(settings, key);
  if (atom === undefined || more.length > 0) return undefined;
  const number = readNumber(atom.text);
  return number === undefined ? undefined : { value: number.value, span: atom.span };
}

/** Whether a boolean setting is on, as its number is not zero; `undefined` as for {@link numberOf}. */
export function flagOf(settings: Settings, key: string): boolean | undefined {
  const number = numberOf(settings, key);
  return number === undefined ? undefined : number.value !== 0n;
}

/**
 * The items of a setting that is a list, up to the first that is no string, where xl stops (libxlu_cfg.c,
 * xlu_cfg_get_listitem). `undefined`: not set, or no list.
 */
export function listOf(settings: Settings, key: string): readonly Value[] | undefined {
  const values = settings.get(key)?.effective.map(({ value }) => value);
  if (values === undefined || values.some((value) => value?.kind !== 'list')) return undefined;
  return values.flatMap((value) => (value?.kind === 'list' ? value.items : []));
}

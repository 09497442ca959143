import type { GuestType } from '../../schema/xl/key-doc.ts';
import type { Setting } from './config.ts';
import { stringOf } from './values.ts';

/** What `builder=` takes, and the type that it stands for. */
const builders: readonly (readonly [word: string, guest: GuestType])[] = [
  ['hvm', 'hvm'],
  ['generic', 'pv'],
];

/** In the order in which xl compares (xl_parse.c, parse_config_data): an empty word is the first of them. */
const typesAsCompared: readonly (readonly [word: string, guest: GuestType])[] = (['hvm', 'pv', 'pvh'] as const).map(
  (guest) => [guest, guest],
);

/**
 * The guest's type as xl takes it: `type=`, or else the old `builder=`, or else PV. xl compares only as many letters as
 * the word has, so `h` is HVM. `undefined`: xl refuses the word, or the two contradict each other.
 */
export function guestTypeOf(settings: ReadonlyMap<string, Setting>): GuestType | undefined {
  const type = stringOf(settings, 'type');
  const builder = stringOf(settings, 'builder');
  const byType = type === undefined ? undefined : guestMeant(type, typesAsCompared);
  const byBuilder = builder === undefined ? undefined : guestMeant(builder, builders);
  if ((type !== undefined && byType === undefined) || (builder !== undefined && byBuilder === undefined))
    return undefined;
  if (byType !== undefined && byBuilder !== undefined && byType !== byBuilder) return undefined;
  return byType ?? byBuilder ?? 'pv';
}

function guestMeant(word: string, table: readonly (readonly [string, GuestType])[]): GuestType | undefined {
  return table.find(([full]) => full.startsWith(word))?.[1];
}

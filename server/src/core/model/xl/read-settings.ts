import type { GuestType, KeyDoc } from '../../schema/xl/key-doc.ts';
import { guestTypes } from '../../schema/xl/key-doc.ts';
import { compareVersions, hasSince } from '../../schema/xl/xen-version.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import { computeOnce } from '../compute-once.ts';
import type { Setting, XlConfig } from './config.ts';

/** A setting that xl looks at. */
export interface ReadSetting extends Setting {
  readonly doc: KeyDoc;
  /** The assignment that counts, the last one with `=`. */
  readonly last: Assignment;
}

/**
 * The settings that xl of the file's series looks at for the file's type of guest, in the order of their first lines. None of
 * those that depend on the type where xl refuses what the file says about it.
 */
export const readSettings = computeOnce((config: XlConfig): readonly ReadSetting[] =>
  [...config.settings.values()].flatMap((setting) => {
    const { doc, effective } = setting;
    const [last] = effective;
    if (doc === undefined || last === undefined || !isOfSeries(config, doc)) return [];
    return isLookedAt(config, doc) ? [{ ...setting, doc, last }] : [];
  }),
);

/** Whether xl of the file's series knows the key. */
export function isOfSeries({ xenVersion }: XlConfig, { since, removedIn }: KeyDoc): boolean {
  return hasSince(xenVersion, since) && (removedIn === undefined || compareVersions(xenVersion, removedIn) < 0);
}

function isLookedAt({ guest }: XlConfig, doc: KeyDoc): boolean {
  if (doc.guests.length === guestTypes.length) return true;
  if (guest !== undefined && doc.guests.includes(guest)) return true;
  // Of what has no effect it only matters whether xl refuses it.
  const { isReadForAll, onWrongShape, onUnknownValue, onOutOfRange } = doc;
  const mayRefuse =
    [onWrongShape, onUnknownValue, onOutOfRange].includes('refused') || doc.deprecatedForm !== undefined;
  return isReadForAll === true && mayRefuse;
}

/** Whether the file says which type its guest has, in whatever words. */
export function hasGuestType({ settings }: XlConfig): boolean {
  return settings.has('type') || settings.has('builder');
}

/** Whether a key shows that the guest is one for Arm, where it is PVH when the file does not say its type. */
export function isForArm({ settings }: XlConfig): boolean {
  return [...settings.values()].some(({ doc }) => doc?.architecture === 'arm');
}

/** The types of guests for which each key of the file that depends on the type has an effect. */
export function guestTypesThatFit({ settings }: XlConfig): readonly GuestType[] {
  const docs = [...settings.values()].flatMap(({ doc }) => (doc === undefined || doc.guests.length === 0 ? [] : [doc]));
  return guestTypes.filter((guest) => docs.every(({ guests }) => guests.includes(guest)));
}

/**
 * Whether the file is one of an HVM guest that only lacks `type = "hvm"`: it names nothing that a PV or PVH guest would
 * boot, but has keys for HVM alone.
 */
export function lacksTypeHvm(config: XlConfig): boolean {
  const { settings } = config;
  if (hasGuestType(config) || isForArm(config) || bootKeys.some((key) => settings.has(key))) return false;
  return [...settings.values()].some(({ doc }) => doc?.guests.length === 1 && doc.guests[0] === 'hvm');
}

const bootKeys = ['kernel', 'bootloader', 'firmware'];

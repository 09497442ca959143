import type { Setting, XlConfig } from '../../model/xl/config.ts';
import { guestTypesThatFit, hasGuestType, isForArm, isOfSeries, lacksTypeHvm } from '../../model/xl/read-settings.ts';
import { flagOf, stringOf } from '../../model/xl/values.ts';
import type { GuestType, KeyDoc } from '../../schema/xl/key-doc.ts';
import { enumerate } from '../../text/markdown.ts';
import type { Fix, Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { addLine } from '../xl-wording.ts';

export const keyForOtherGuest: XlRule = {
  name: 'key-for-other-guest',
  group: 'xl',
  severity: 'warning',
  summary: 'A key has no effect for the type of this guest.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    // That is reported as one fault (guest-without-kernel).
    if (config.guest === undefined || lacksTypeHvm(config)) return;
    for (const setting of config.settings.values()) {
      const { doc, key } = setting;
      // What makes the type is none of its type's keys.
      if (doc === undefined || key === 'builder' || !isOfSeries(config, doc)) continue;
      // libxl refuses such a guest, for which there are rules (pci-on-pvh, unusable-vnuma).
      if (failing.get(key) === config.guest && config.specs.some((use) => use.key === key)) continue;
      if (doc.refusedFor?.includes(config.guest) || !isForGuest(config, doc, config.guest)) {
        yield reportOf(config, setting, doc, config.guest);
      }
    }
  },
};

/** Keys for which a type of guest does not start, where they name a device or a node. */
const failing: ReadonlyMap<string, GuestType> = new Map([
  ['pci', 'pvh'],
  ['vnuma', 'pv'],
]);

function isForGuest(config: XlConfig, { guests }: KeyDoc, guest: GuestType): boolean {
  // On Arm a guest is PVH where the file does not say its type.
  const types: readonly GuestType[] = hasGuestType(config) || !isForArm(config) ? [guest] : [guest, 'pvh'];
  return guests.length === 0 || types.some((type) => guests.includes(type));
}

function reportOf(config: XlConfig, { key, assignments }: Setting, doc: KeyDoc, guest: GuestType): Report {
  const location = placeIn(config, assignments[0]?.key.span ?? { start: 0, end: 0 });
  const types = enumerate(doc.guests.map((type) => type.toUpperCase()));
  const own = hasGuestType(config) ? `this one is ${guest.toUpperCase()}` : 'this one is PV, as no `type` is given';
  const what = `\`${key}\` is for ${types} guests, and ${own}`;
  const fixes = fixesFor(config, doc);
  // A list is dropped before that.
  if (doc.refusedFor?.includes(guest) && stringOf(config.settings, key) !== undefined) {
    return { location, severity: 'error', refuses: true, message: `${what}. ${afterXlRefusal(config)}`, fixes };
  }
  // To switch off what is not there does no harm.
  const isOff = doc.shape === 'boolean' && flagOf(config.settings, key) === false;
  const read = doc.isReadForAll ? 'the line has no effect' : 'xl never reads the line and says nothing';
  return { location, severity: isOff ? 'hint' : 'warning', tag: 'unnecessary', message: `${what}: ${read}.`, fixes };
}

/** Where no type is given, one with which all keys of the file have an effect. */
function fixesFor(config: XlConfig, doc: KeyDoc): readonly Fix[] {
  if (hasGuestType(config)) return [];
  const name = config.settings.get('name')?.assignments.at(-1);
  return guestTypesThatFit(config)
    .filter((type) => doc.guests.includes(type))
    .map((type) => ({
      title: `Add \`type = "${type}"\``,
      safety: 'unsafe',
      edits: [addLine(config, name, `type = "${type}"`)],
    }));
}

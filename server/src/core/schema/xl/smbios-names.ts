import { isTemplate } from '../values/opaque.ts';
import { problemIn } from '../values/problem.ts';
import type { ValueType } from '../values/value-type.ts';

/** What `smbios` can set (xl.cfg(5); libxl_types.idl, smbios_type). */
const names: readonly (readonly [string, string])[] = [
  ['bios_vendor', 'maker of the firmware'],
  ['bios_version', 'version of the firmware'],
  ['system_manufacturer', 'maker of the computer'],
  ['system_product_name', 'model of the computer'],
  ['system_version', 'version of the computer'],
  ['system_serial_number', 'serial number of the computer'],
  ['baseboard_manufacturer', 'maker of the mainboard'],
  ['baseboard_product_name', 'model of the mainboard'],
  ['baseboard_version', 'version of the mainboard'],
  ['baseboard_serial_number', 'serial number of the mainboard'],
  ['baseboard_asset_tag', 'inventory number of the mainboard'],
  ['baseboard_location_in_chassis', 'place of the mainboard in the chassis'],
  ['enclosure_manufacturer', 'maker of the chassis'],
  ['enclosure_serial_number', 'serial number of the chassis'],
  ['enclosure_asset_tag', 'inventory number of the chassis'],
  ['battery_manufacturer', 'maker of the battery'],
  ['battery_device_name', 'model of the battery'],
  ['oem', 'a free text of the maker; up to 99 of them'],
];

const meanings = new Map(names);

/** `NAME=TEXT` for the SMBIOS tables of a guest. */
export const smbiosNames: ValueType = {
  kind: 'smbios',
  describe: '`NAME=TEXT`',
  check(text) {
    const equals = text.indexOf('=');
    if (isTemplate(text)) return undefined;
    if (equals < 0) return problemIn(text, 'fails', `"${text}" has no "="; xl exits with an error.`);
    const name = text.slice(0, equals);
    if (meanings.has(name.toLowerCase())) {
      if (equals + 1 < text.length) return undefined;
      return problemIn(text, 'fails', `"${name}" has no text; xl exits with an error.`);
    }
    return problemIn(text, 'fails', `xl knows no SMBIOS text "${name}" and exits with an error.`, {
      start: 0,
      end: equals,
    });
  },
  explain: (text) => meanings.get(text.split('=')[0]?.toLowerCase() ?? ''),
  complete: () => names.map(([name, detail]) => ({ label: `${name}=`, detail })),
};

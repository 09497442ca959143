/** The addresses of a guest's cards, as they are written. */
import type { Atom } from '../../syntax/xl/atom.ts';
import type { MacReading } from '../../syntax/xl/values/mac.ts';
import { formatMac, readMac } from '../../syntax/xl/values/mac.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { VifUse } from './devices.ts';
import { swallowingFields } from './swallowed-parameters.ts';

/** What stands behind the `mac=` that counts. */
export interface WrittenMac {
  readonly value: Atom;
  /** What xl makes of it. */
  readonly reading: MacReading;
  /** Six bytes in the usual notation; `undefined` where xl does not read six. */
  readonly usual: string | undefined;
}

/** The address in a vif; `undefined` without `mac=`, and where a semicolon hides other parameters in it. */
export function writtenMac(vif: VifUse): WrittenMac | undefined {
  const field = fieldOf(vif.spec, 'mac');
  if (field?.value === undefined || swallowingFields(vif).some((one) => one.field === field)) return undefined;
  const reading = readMac(field.value.text);
  const isWhole = reading.bytes.length === 6 && !reading.ranOver;
  return { value: field.value, reading, usual: isWhole ? formatMac(reading.bytes) : undefined };
}

/** The twelve hexadecimal digits of a text as an address, whatever stands between them; `undefined` where there are more or fewer. */
export function macOfDigits(text: string): string | undefined {
  const digits = text.replace(/[\s:.\-_]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : undefined;
}

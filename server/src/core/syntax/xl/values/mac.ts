import { readUnsigned } from './c-number.ts';

/** What xl makes of the text behind `mac=`. */
export interface MacReading {
  /** The bytes that xl could read: six, or fewer where it then gave up. */
  readonly bytes: readonly number[];
  /** Where it stopped reading. */
  readonly end: number;
  /** The characters between the bytes; xl takes any one. */
  readonly separators: readonly { readonly at: number; readonly text: string }[];
  /** Whether it read on behind the last character of the text, so that what it found there nobody knows. */
  readonly ranOver: boolean;
}

/**
 * The bytes of a MAC address as xl reads them (xl_parse.c, parse_nic_config): hexadecimal numbers up to 255 with any one
 * character between two of them. What stands behind the sixth is not looked at. Where there are fewer, xl goes on reading
 * behind the comma that ends the parameter.
 *
 * @param text all of the vif's string
 * @param start where the address begins in it
 */
export function readMac(text: string, start = 0): MacReading {
  const bytes: number[] = [];
  const separators: { at: number; text: string }[] = [];
  let at = start;
  while (bytes.length < 6) {
    if (at > text.length) return { bytes, end: text.length, separators, ranOver: true };
    const found = readUnsigned(text, 16, at);
    // xl keeps 32 bits of what strtoul() gives.
    const value = Number(BigInt.asUintN(32, found?.value ?? 256n));
    if (found === undefined || value > 255) return { bytes, end: at, separators, ranOver: false };
    bytes.push(value);
    at = found.end;
    if (bytes.length === 6) break;
    // A character of more than one byte leaves half of itself behind.
    if (text.charCodeAt(at) > 127) return { bytes, end: at, separators, ranOver: false };
    separators.push({ at, text: text.charAt(at) });
    at += 1;
  }
  return { bytes, end: at, separators, ranOver: false };
}

/** Whether an address is one of a group, which no card of a guest may have. */
export function isMulticast(mac: readonly number[]): boolean {
  return ((mac[0] ?? 0) & 1) === 1;
}

/** Whether an address is locally administered, so that no manufacturer gave it to a card. */
export function isLocal(mac: readonly number[]): boolean {
  return ((mac[0] ?? 0) & 2) === 2;
}

/** Whether an address is from the range that Xen gives to guests, 00:16:3e. */
export function isXenPrefix(mac: readonly number[]): boolean {
  return mac[0] === 0x00 && mac[1] === 0x16 && mac[2] === 0x3e;
}

/** `00:16:3e:12:34:56` */
export function formatMac(mac: readonly number[]): string {
  return mac.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

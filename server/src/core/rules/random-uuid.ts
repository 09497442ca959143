import type { RandomByte } from './random-mac.ts';

/** Gives new UUIDs, all of whose bits are random but those that say so (RFC 9562, version 4). */
export function uuidGenerator(randomByte: RandomByte): () => string {
  return () => {
    const bytes = Array.from({ length: 16 }, (_, index) => {
      const byte = randomByte() & 0xff;
      if (index === 6) return (byte & 0x0f) | 0x40;
      return index === 8 ? (byte & 0x3f) | 0x80 : byte;
    });
    const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
}

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/** PNG's colour types, and how many bytes a pixel of them has at 8 bits a channel (PNG specification, 11.2.1). */
const CHANNELS = { 2: 3, 6: 4 };
const PALETTE = 3;

/** Colours that differ in the three lowest bits of each channel alone are so alike that one stands for all of them. */
const ALIKE = 0xf8f8f8;

/** The most frequent colours are those of areas, where even a small difference shows. */
const AREAS = 32;

/**
 * A picture of a screen with a palette of at most 256 colours, which takes a third of the room. The most frequent colours are
 * kept; the rest, shades at the edges of letters, become the nearest of them.
 *
 * @param {Buffer} png 8 bits a channel, not interlaced, as Chromium writes it; transparency is dropped
 * @returns {Buffer}
 */
export function withPalette(png) {
  const { width, height, pixels } = decode(png);
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byFrequency = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const alike = new Map(byFrequency.toReversed().map((colour) => [colour & ALIKE, colour]));
  const isKept = (/** @type {number} */ colour, /** @type {number} */ rank) =>
    rank < AREAS || alike.get(colour & ALIKE) === colour;
  const palette = byFrequency.filter(isKept).slice(0, MOST_COLOURS);
  const indices = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indices.get(pixels[y * width + x]) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {readonly number[]} palette
 * @param {number} colour 0xRRGGBB
 */
function nearest(palette, colour) {
  const exact = palette.indexOf(colour);
  if (exact >= 0) return exact;
  const distances = palette.map((candidate) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((candidate >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/**
 * @param {Buffer} png
 * @returns {{ width: number, height: number, pixels: Uint32Array }} 0xRRGGBB each
 */
function decode(png) {
  /** @type {Buffer[]} */
  const data = [];
  /** @type {Buffer} */
  let header = Buffer.alloc(13);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [bits, colourType, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[/** @type {2 | 6} */ (colourType)];
  if (bits !== 8 || channels === undefined || interlaced !== 0) throw new Error('not a PNG as Chromium writes it');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = rows.readUIntBE(i * channels, 3);
  return { width, height, pixels };
}

/**
 * Undoes the filters of the rows (PNG specification, 9.2).
 *
 * @param {Buffer} filtered each row with its filter's number before it
 * @param {number} rowLength bytes
 * @param {number} height
 * @param {number} step bytes a pixel
 * @returns {Buffer}
 */
function unfilter(filtered, rowLength, height, step) {
  const out = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (rowLength + 1)];
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const above = y > 0 ? (out[at - rowLength] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - rowLength - step] ?? 0) : 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      out[at] = (filtered[y * (rowLength + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return out;
}

/** @param {number} left @param {number} above @param {number} corner */
function paeth(left, above, corner) {
  const [toLeft, toAbove, toCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withPalette } from '../../scripts/lib/png-palette.mjs';
import { ROOT } from '../support/project-files.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, body: Buffer): Buffer {
  const ends = Buffer.alloc(8);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** An RGB picture of rows, each with its filter's number before it. */
function picture(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The pixels of a picture with a palette, row by row, as `rrggbb`. */
function pixels(png: Buffer, width: number): string[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    at += length + 12;
  }
  const palette = chunks.get('PLTE')?.toString('hex').match(/.{6}/g) ?? [];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: rows.length / (width + 1) }, (_, y) =>
    [...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))].map((index) => palette[index] ?? '?'),
  );
}

test('a picture with a palette shows what the one without showed, however its rows were filtered', () => {
  const red = [255, 0, 0];
  const filtered = [
    [0, ...red, 0, 0, 255],
    [1, ...red, 1, 0, 255],
    [2, 0, 0, 0, 0, 0, 0],
    [3, 128, 0, 0, 128, 0, 128],
    [4, 0, 0, 0, 0, 0, 0],
  ];
  expect(pixels(withPalette(picture(2, filtered)), 2)).toEqual([
    ['ff0000', '0000ff'],
    ['ff0000', '0000ff'],
    ['ff0000', '0000ff'],
    ['ff0000', 'ff00ff'],
    ['ff0000', 'ff00ff'],
  ]);
});

test('of colours that are alike, and of more than 256, the most frequent stand for the others', () => {
  const shades = Array.from({ length: 600 }, (_, i) => [
    (i % 16) * 16,
    (Math.floor(i / 16) % 16) * 16,
    i >= 256 ? 200 : 0,
  ]);
  const areas = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 - i }, () => [0, 128, i * 6]).flat());
  const row = [0, ...areas.flat(), 1, 129, 1, ...shades.flat()];
  const [shown = []] = pixels(withPalette(picture(1421, [row])), 1421);
  expect(shown.slice(0, 79)).toEqual([
    ...Array.from({ length: 40 }, () => '008000'),
    ...Array.from({ length: 39 }, () => '008006'),
  ]);
  expect(shown[820]).toBe('008000');
  expect(new Set(shown).size).toBe(256);
});

test('the pictures of the README are there, and small', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/\]\(docs\/images\/([^)]+)\)/g)].map(([, name]) => name);
  expect(readdirSync(join(ROOT, 'docs/images')).sort()).toEqual(shown.sort());
  for (const name of shown) expect(statSync(join(ROOT, 'docs/images', name ?? '')).size).toBeLessThan(60_000);
});
